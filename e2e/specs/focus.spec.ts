import type { Page } from "@playwright/test";
import { calling, givenList } from "../arrange";
import { expect, languages, signIn, test } from "../fixtures";

/** What a screen reader stands on; "" when it is nowhere. */
const standsOn = (page: Page) =>
  page.evaluate(() => {
    const held = document.activeElement;
    return !held || held === document.body ? "" : (held.getAttribute("aria-label") ?? held.textContent ?? "").trim();
  });
const awake = (page: Page) =>
  expect.poll(() => page.evaluate(() => Object.keys(document.querySelector("main button") ?? {}).some((key) => key.startsWith("__react")))).toBe(true);

for (const locale of languages)
  test(`somebody who removes things by keyboard is never left nowhere (${locale})`, async ({ as, seat }) => {
    const me = await as([], { locale, phone: locale === "zh" });
    const { page, words } = me;
    const press = async (name: string) => {
      const target = page.getByRole("button", { name, exact: true }).first();
      await target.focus();
      await page.keyboard.press("Enter");
      return target;
    };

    for (let device = 0; device < 2; device++) await signIn((await seat({})).context, me.id);
    await me.open("/account/security");
    await awake(page);
    const { sessions } = words.account;
    const rows = page.getByRole("region", { name: sessions.title }).getByRole("listitem");
    await press(sessions.revoke);
    await expect(rows).toHaveCount(2);
    await expect.poll(() => standsOn(page)).toBe(sessions.revoke);
    await press(sessions.revokeOthers);
    await expect(rows).toHaveCount(1);
    await expect.poll(() => standsOn(page)).toBe(sessions.title);

    const questions = ["tok-bits-per-byte", "tok-crf-parameters"];
    const { tell } = await calling(me);
    for (const questionId of questions) await tell("bookmarks.setBookmark", { questionId, bookmarked: true });
    await me.open("/notes?tab=bookmarks");
    await awake(page);
    await press(words.notes.bookmarks.remove);
    await expect(page.getByRole("listitem")).toHaveCount(1);
    await expect.poll(() => standsOn(page)).toBe(words.notes.bookmarks.remove);
    await press(words.notes.bookmarks.remove);
    await expect(page.getByRole("listitem")).toHaveCount(0);
    await expect.poll(() => standsOn(page)).not.toBe("");

    const list = await givenList(me, questions);
    await me.open(`/notes?tab=lists&list=${list}`);
    await awake(page);
    const out = page.locator("main ol").getByRole("button", { name: new RegExp(`^${words.notes.order.takeOutOf.split("{name}")[0]}`) });
    await out.last().focus();
    await page.keyboard.press("Enter");
    await expect(out).toHaveCount(1);
    await expect(out).toBeFocused();
  });
