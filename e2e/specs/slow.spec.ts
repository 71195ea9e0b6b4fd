import { randomUUID } from "node:crypto";
import { sql } from "../database";
import { expect, languages, look, type Person, test } from "../fixtures";
import { mailedLink } from "../mailbox";
import { button, link, verdict } from "../screens/question";

for (const locale of languages)
  test(`somebody on a slow connection hears and sees that a page is on its way (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: locale === "zh" });
    const { page, words } = me;
    await me.open("/");
    const opening = page.getByRole("status").filter({ hasText: words.app.state.opening });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/topics?*_rsc=*", async (route) => {
      await held;
      await route.continue();
    });
    // pressed until the page follows links by itself
    await page.waitForLoadState("networkidle");
    await link(me, words.topics.title).first().click();
    await expect(opening).toBeAttached();
    await look(page);
    release();
    await expect(page.getByRole("heading", { level: 1, name: words.topics.title })).toBeVisible();
    await expect(opening).toHaveCount(0);
  });

test("somebody without a connection who follows a link keeps the page they read, and is led on when it is back", async ({ as }) => {
  const me = await as([], { locale: "zh", phone: true });
  const { page, context, words } = me;
  await me.open("/topics/tokenisation");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await link(me, words.topics.title).first().click();
  await expect(page.locator(".toast").filter({ hasText: words.app.state.away })).toBeVisible();
  await expect(page.getByRole("article")).toBeVisible();
  await context.setOffline(false);
  await link(me, words.topics.title).first().click();
  await expect(page.getByRole("heading", { level: 1, name: words.topics.title })).toBeVisible();
  me.complaints.length = 0; // the failed request, as meant
});

/** The page is there, its script is still on its way until `come` is called. */
async function withoutScript({ page }: Pick<Person, "page">) {
  let come = () => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await held;
    await route.continue();
  });
  return { come: () => come() };
}

for (const locale of languages)
  test(`what somebody answers before the script has come counts as soon as it is there (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: locale === "zh" });
    const { page, words } = me;
    const { come } = await withoutScript(me);
    const address = `/${locale}/practice?question=tok-wordpiece-first-merge&from=topic`;
    await page.goto(address, { waitUntil: "commit" });
    await page.getByRole("textbox", { name: words.player.numeric.label }).fill("12345");
    const sure = page.getByRole("radio", { name: words.player.confidence.levels[2] });
    await sure.locator("xpath=..").click();
    await expect(sure).toBeChecked();
    const check = page.getByRole("button", { name: words.practice.submit });
    await check.click();
    await check.click({ force: true }); // Playwright would wait for a button that is not busy
    await expect(check).toHaveAttribute("aria-busy", "true");
    await look(page);
    await expect(page).toHaveURL(new RegExp(`${address.replace("?", "\\?")}$`));
    come();
    await expect(verdict(me)).toHaveText(words.player.verdicts.wrong);
    await expect(page.locator(".feedback")).toContainText("12345");
    expect(await sql(`select answer->>'text' as text, confidence from submission where subject_id = $1`, [me.subjectId])).toEqual([{ text: expect.stringContaining("12345"), confidence: 2 }]);

    const { come: comeAgain } = await withoutScript(me);
    await page.goto(`/${locale}/practice?question=tok-subword-facts`, { waitUntil: "commit" });
    await page.getByRole("checkbox").first().locator("xpath=..").click();
    await page.getByRole("checkbox").nth(2).locator("xpath=..").click();
    await page.getByRole("button", { name: words.practice.dontKnow }).click();
    comeAgain();
    await expect(verdict(me)).toHaveText(words.player.verdicts.unknown);
  });

test("a password that is sent before the script has come is never in an address", async ({ as, visitor }) => {
  const email = `slow-${randomUUID()}@example.test`;
  await as([], { email });
  const me = await visitor({ locale: "en" });
  const { page, words } = me;
  await me.open("/forgot-password");
  await page.getByLabel(words.auth.email).fill(email);
  await button(me, words.links.forgot.submit).click();
  const reset = await mailedLink(email, "reset");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const { come } = await withoutScript(me);
  await page.goto(reset, { waitUntil: "commit" });
  await page.getByLabel(words.links.reset.password).fill("a lantern behind the bakery");
  await button(me, words.links.reset.submit).click();
  await expect(button(me, words.links.reset.submit)).toHaveAttribute("aria-busy", "true");
  come();
  await expect(page.getByText(words.links.reset.doneTitle)).toBeVisible();
  expect(asked.filter((url) => url.includes("lantern"))).toEqual([]);
});
