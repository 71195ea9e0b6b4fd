import { givenAnswer } from "../arrange";
import { countOf, sql } from "../database";
import { expect, languages, look, type Person, test, webUrl } from "../fixtures";
import { link } from "../screens/question";

/** Two topics practised one after the other, well enough for more than "started", and never mixed. */
async function givenBlocks(me: Pick<Person, "id" | "subjectId">): Promise<void> {
  for (const topic of ["tokenisation", "evaluation"]) for (let n = 0; n < 3; n++) await givenAnswer(me, topic);
  await sql(
    `update topic_mastery set rating = 1.4, answers = 8, level = 1 where subject_id = $1`,
    [me.subjectId],
  );
}

for (const locale of languages)
  test(`a learner sees what the answers say, narrows it by a search, and goes on to what follows from it (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: locale === "en", scheme: locale === "en" ? "dark" : "light" });
    const { page, words } = me;
    const texts = words.analytics;
    await me.open("/analytics");
    await expect(page.getByText(texts.empty.title)).toBeVisible();
    await givenBlocks(me);
    await page.reload();
    const titles = [texts.week, texts.misconceptions, texts.calibration, texts.retention, texts.accuracy, texts.kinds, texts.difficulties, texts.mastery, texts.activity];
    for (const { title } of titles) await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();

    // every chart says in words what it shows, and has its numbers as a table
    const tables = page.getByText(words.app.chart.table, { exact: true });
    const charts = await tables.count();
    expect(charts).toBeGreaterThanOrEqual(7);
    for (let n = 0; n < charts; n++) await tables.nth(n).click();
    await expect(page.getByRole("table")).toHaveCount(charts);
    const confidence = page.getByRole("region", { name: texts.calibration.title, exact: true });
    await expect(confidence.getByRole("row").filter({ hasText: words.player.confidence.levels["2"] })).toContainText("6");
    await look(page);

    const box = page.getByRole("searchbox", { name: texts.scope.label });
    await box.fill("topic:evaluation");
    await box.press("Enter");
    await expect(page).toHaveURL(/q=topic/);
    await expect(page.getByRole("region", { name: texts.totals.title })).toContainText("3");
    // every chart is of these three answers, also those of days
    await expect(page.getByText(texts.week.explainRight)).toBeVisible();
    await expect(page.getByText(texts.forecast.basis)).toBeVisible();
    await expect(page.getByRole("heading", { name: texts.found.title })).toBeVisible();
    await expect(page.locator("figcaption").filter({ hasText: me.say(texts.activity.sentence, { answers: 3, days: 1 }) })).toBeVisible();
    await look(page);
    // the name of a row is the page of that row alone
    const kind = page.getByRole("region", { name: texts.kinds.title, exact: true }).locator(".chart-bar-label").getByRole("link").first();
    const name = await kind.innerText();
    await kind.click();
    await expect(box).not.toHaveValue("topic:evaluation");
    await expect(page.getByRole("region", { name: texts.accuracy.title, exact: true }).locator(".chart-bar-label")).toHaveCount(1);
    await expect(page.getByRole("region", { name: texts.kinds.title, exact: true }).locator(".chart-bar-label")).toHaveText([name]);

    // from a figure to the practice that follows from it
    const kinds = page.getByRole("region", { name: texts.kinds.title, exact: true });
    await kinds.getByRole("link").last().click();
    await expect(page).toHaveURL(/\/practice\?search=/);
    await expect(page.getByRole("button", { name: words.practice.submit })).toBeVisible();

    // home leads from blocks to mixed practice, and the keys lead anywhere
    await sql(`update review_card set due = now() + interval '3 days' where subject_id = $1`, [me.subjectId]);
    await me.open("/");
    await expect(page.getByRole("heading", { name: words.home.next.mixed })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/practice\?mix=1/);
    await expect(page.getByRole("button", { name: words.practice.submit })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: words.home.next.mixed })).toBeVisible();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: words.app.keys.title });
    await expect(sheet).toBeVisible();
    await look(page);
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await expect(page).toHaveURL(`${webUrl}/${locale}/reviews`);
    await link(me, words.app.nav.analytics).click();
    await expect(page.getByRole("heading", { name: texts.title, exact: true })).toBeVisible();
    expect(await countOf(`select count(*)::int as n from submission where subject_id = $1`, [me.subjectId])).toBe(6);
  });
