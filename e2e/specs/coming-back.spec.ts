import { sql } from "../database";
import { expect, expectAccessible, languages, type Person, signIn, test } from "../fixtures";
import { answerSomehow, button, link, verdict } from "../screens/question";

/** From a question that was not known to where its lesson teaches it, and back. */
async function readSection({ page, words }: Person): Promise<void> {
  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: words.practice.section }).click();
  const lesson = await opening;
  await expect(lesson).toHaveURL(/\/topics\/tokenisation#objective-tok-o\d$/);
  await expect(lesson.locator(`[id="${new URL(lesson.url()).hash.slice(1)}"] + :is(h2, h3)`)).toBeInViewport();
  await lesson.close();
}

async function answerAndGoOn(me: Person, last: boolean): Promise<void> {
  const { page, words } = me;
  await expect(button(me, words.practice.dontKnow)).toBeVisible();
  await button(me, words.practice.dontKnow).click();
  await expect(verdict(me)).toBeFocused();
  if (last) await readSection(me);
  await page.getByRole("button", { name: last ? words.practice.finish : words.practice.next }).first().click();
  await expect(verdict(me)).toBeHidden();
}

for (const locale of languages)
  test(`a learner looks at an answer of the sitting and comes back to the others; signed out elsewhere, they are led back in (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: locale === "zh", scheme: locale === "zh" ? "dark" : "light" });
    const { page, words, say } = me;
    if (locale === "zh") {
      // on a phone the places go on beyond the screen, which shows by their fading
      await me.open("/");
      await expect(page.getByRole("navigation", { name: words.app.nav.label })).toHaveCSS("--fade-end", "40px");
    }
    await me.open("/practice?topic=tokenisation");
    await answerAndGoOn(me, false);
    await answerAndGoOn(me, true);

    const summary = page.getByText(say(words.practice.done.line, { right: 0, total: 2 }));
    await expect(summary).toBeVisible();
    const rows = page.getByRole("listitem").filter({ hasText: words.player.verdicts.unknown });
    await expect(rows).toHaveCount(2);
    await expect(rows.first().locator(".stem-excerpt")).not.toBeEmpty();
    await expectAccessible(page);
    await link(me, say(words.practice.done.lookAt, { number: 2 })).click();
    await expect(page.getByRole("heading", { name: words.practice.answers.title })).toBeVisible();
    await page.goBack();
    await expect(summary).toBeVisible();
    await expect(rows).toHaveCount(2);

    // on a slow line the page says what it waits for
    await page.route("**/api/trpc/practice.getNextQuestion*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await route.continue();
    });
    await button(me, words.practice.done.again).click();
    await expect(button(me, words.practice.submit)).toBeVisible();
    await button(me, words.practice.dontKnow).click();
    await expect(verdict(me)).toBeFocused();
    await page.getByRole("button", { name: words.practice.next }).click();
    await expect(page.locator(".answer-bar").getByText(words.practice.fetching)).toBeVisible();
    await expect(verdict(me)).toBeHidden();
    await page.reload();
    await expect(button(me, words.practice.submit)).toBeVisible();

    // ended from another device, in the middle of an answer
    await sql("update session set revoked_at = now() where user_id = $1", [me.id]);
    await answerSomehow(me);
    await page.getByRole("button", { name: words.practice.submit }).click();
    await expect(page.getByRole("alert").filter({ hasText: words.errors.SIGN_IN_REQUIRED })).toBeVisible();
    await expect(page.getByText(words.app.signedOut, { exact: true })).toBeVisible();
    await page.locator(".toast").getByRole("button", { name: words.app.actions.signIn }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in\\?next=`));
    const back = new URL(page.url()).searchParams.get("next");
    expect(back).toMatch(new RegExp(`^/${locale}/practice\\?topic=tokenisation&question=[a-z0-9-]+&seed=\\d+$`));

    await signIn(me.context, me.id);
    await page.goto(String(back));
    // what was pressed is handed in as soon as they are back
    await expect(verdict(me)).toBeVisible();
    await sql("update session set revoked_at = now() where user_id = $1", [me.id]);
    await link(me, words.practice.leave).click();
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    expect(new URL(page.url()).searchParams.get("next")).toBe(`/${locale}/topics/tokenisation`);
  });

for (const locale of languages)
  test(`a short answer that was left before it was compared waits on the home page (${locale})`, async ({ as }) => {
    const me = await as([], { locale });
    const { page, words, say } = me;
    const texts = words.player;
    await me.open("/practice?question=tok-which-compresses");
    await page.getByRole("textbox", { name: texts.shortAnswer.label }).fill("42");
    await button(me, words.practice.submit).click();
    await expect(verdict(me)).toHaveText(texts.verdicts.pending);

    await me.open("/");
    await link(me, say(words.home.due.uncompared, { count: 1 })).click();
    await expect(page.getByRole("heading", { name: words.reviews.uncompared.title })).toBeInViewport();
    await expectAccessible(page);
    await page.getByRole("link", { name: words.reviews.uncompared.go }).click();
    await page.getByRole("group", { name: texts.selfTick.title }).getByRole("checkbox").first().check();
    await button(me, texts.selfTick.confirm).click();
    await expect(verdict(me)).toHaveText(texts.verdicts.partial);
    await me.open("/reviews");
    await expect(page.getByRole("heading", { name: words.reviews.forecast.title.replace("{days}", "30") })).toBeVisible();
    await expect(page.getByRole("heading", { name: words.reviews.uncompared.title })).toBeHidden();
  });

test("an answer from a tab that stood open while somebody else signed in beside it goes into nobody's record", async ({ as }) => {
  const [me, other] = [await as(), await as()];
  const { page, words } = me;
  await me.open("/practice?topic=tokenisation");
  await expect(button(me, words.practice.submit)).toBeVisible();
  await signIn(me.context, other.id);
  await button(me, words.practice.dontKnow).click();
  await expect(page.getByRole("alert").filter({ hasText: words.errors.SIGN_IN_REQUIRED })).toBeVisible();
  const [{ n }] = (await sql<{ n: number }>("select count(*)::int as n from submission where subject_id = any($1)", [
    [me.subjectId, other.subjectId],
  ])) as [{ n: number }];
  expect(n).toBe(0);
  await page.locator(".toast").getByRole("button", { name: words.app.actions.signIn }).click();
  await expect(page).toHaveURL(/\/practice\?topic=tokenisation/);
  await expect(page.locator("html")).toHaveAttribute("data-reader", other.id);
});
