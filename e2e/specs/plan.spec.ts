import { formatDay } from "@tidao/i18n/format";
import { sql } from "../database";
import { expect, languages, look, type Person, test } from "../fixtures";

const dayFrom = (days: number) => {
  const here = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
  return new Date(Date.parse(`${here}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
};
const subjectOf = async ({ id }: Person) => (await sql<{ subject_id: string }>(`select subject_id from learner where user_id = $1`, [id]))[0]!.subject_id;

for (const locale of languages)
  test(`somebody with an interview plans toward it, practises from the plan and misses a week (${locale})`, async ({ as }) => {
    const me = await as([], { locale, zone: "Asia/Shanghai" });
    const { page, words, say } = me;
    const texts = words.plan;

    await me.open("/");
    await page.getByRole("link", { name: words.home.doors.interview }).click();
    await expect(page.getByRole("heading", { level: 1, name: texts.title })).toBeVisible();
    await look(page);
    const day = dayFrom(30);
    await page.getByLabel(texts.setUp.date).fill(day);
    await page.getByLabel(texts.setUp.minutes, { exact: true }).fill("25");
    await page.locator("summary").filter({ hasText: texts.setUp.weights }).click();
    await page.getByRole("combobox").first().selectOption("3");
    await page.getByRole("button", { name: texts.setUp.make }).click();

    const today = page.getByRole("region", { name: texts.today.title });
    await expect(today.getByRole("link", { name: texts.today.begin })).toBeVisible();
    await expect(page.getByText(formatDay(locale, day)).first()).toBeVisible();
    for (const title of [texts.forecast.title, texts.days.title, texts.soon.title, texts.drop.title, texts.topics.title])
      await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
    const why = today.getByRole("listitem").first();
    await expect(why).toContainText(texts.kinds.new);
    await expect(why).toContainText("%");
    await look(page);

    await today.getByRole("link", { name: texts.today.begin }).click();
    await expect(page.getByRole("heading", { level: 1, name: words.practice.planned.title })).toBeVisible();
    await expect(page.getByText(words.practice.why.first.split("{")[0]!)).toBeVisible();
    await page.getByRole("button", { name: words.practice.dontKnow }).click();
    await page.getByRole("button", { name: words.practice.next }).click();
    const total = (await sql<{ n: number }>(`select jsonb_array_length(items) as n from plan_day where subject_id = $1`, [await subjectOf(me)]))[0]!.n;
    await expect(page.getByText(say(words.practice.planned.seen, { seen: 1, total }))).toBeVisible();
    await page.getByRole("link", { name: words.practice.leave }).click();
    await expect(today.getByRole("link", { name: texts.today.goOn })).toBeVisible();
    await expect(today.getByText(texts.today.isDone, { exact: true })).toHaveCount(1);

    await page.locator("summary").filter({ hasText: texts.change }).click();
    await page.getByLabel(texts.setUp.minutes, { exact: true }).fill("15");
    await page.getByRole("button", { name: texts.setUp.save }).click();
    await expect(page.getByText(texts.setUp.saved)).toBeVisible();
    await page.getByRole("button", { name: texts.undo }).click();
    await expect.poll(async () => (await sql<{ m: number }>(`select minutes_a_day as m from study_plan where subject_id = $1`, [await subjectOf(me)]))[0]?.m).toBe(25);

    // a week without an answer, as if the plan had been made eight days ago
    const subject = await subjectOf(me);
    await sql(`update study_plan set set_on = $2 where subject_id = $1`, [subject, dayFrom(-8)]);
    await sql(`update daily_activity set local_date = $2 where subject_id = $1`, [subject, dayFrom(-8)]);
    await sql(`update review_card set last_review = last_review - interval '8 days', due = due - interval '8 days' where subject_id = $1`, [subject]);
    await sql(`update question_state set last_at = last_at - interval '8 days' where subject_id = $1`, [subject]);
    await sql(`delete from plan_day where subject_id = $1`, [subject]);
    await me.open("/plan");
    await expect(page.getByText(say(texts.missed.title, { days: 7 }))).toBeVisible();
    const days = await sql<{ most: number }>(
      `select max((d->>'newSeconds')::int + (d->>'reviewSeconds')::int) as most from plan_day, jsonb_array_elements(outlook->'days') d where subject_id = $1`,
      [subject],
    );
    expect(days[0]!.most).toBeLessThanOrEqual(25 * 60);
    await look(page);

    await page.getByRole("button", { name: texts.clear }).click();
    await expect(page.getByRole("heading", { name: texts.setUp.title })).toBeVisible();
    await page.getByRole("button", { name: texts.undo }).click();
    await expect(today).toBeVisible();
  });
