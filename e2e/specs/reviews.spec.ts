import { sql } from "../database";
import { expect, languages, look, type Person, test } from "../fixtures";
import { button, link, verdict } from "../screens/question";
import type { Tongue } from "../words";

const leech = "tok-crf-parameters";
/** Sixty questions that were due over the last weeks of a break, and one of them forgotten seven times. */
async function givenBreak({ subjectId }: Pick<Person, "subjectId">): Promise<Record<Tongue, string>> {
  await sql(
    `insert into review_card (subject_id, question_id, topic_slug, due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review, begun_at)
     select $1, q.id, q.topic_slug, now() - n * interval '8 hours', 3 + n, 5, 3 + n, 0, 9, case when q.id = $2 then 7 else 0 end, 2,
       now() - n * interval '8 hours' - (3 + n) * interval '1 day', now() - interval '200 days'
     from (select id, topic_slug, row_number() over (order by id = $2 desc, md5(id)) as n from question where published_version_id is not null) q where n <= 60`,
    [subjectId, leech],
  );
  const [shown] = await sql<{ belief: Record<Tongue, string> }>(
    `with v as (select v.*, choice->>'misconception' as misconception from question q join question_version v on v.id = q.published_version_id,
         jsonb_array_elements(v.spec->'interaction'->'choices') choice where q.id = $2 and choice ? 'misconception' limit 1),
       s as (insert into submission (id, subject_id, seq, submission_key, question_id, question_version_id, seed, answer, hints_used, duration_ms, context, submitted_at, local_date)
         select gen_random_uuid(), $1, 1, gen_random_uuid(), $2, id, 0, '{"kind":"blank"}', 0, 30000, 'practice', now() - interval '9 days', to_char(now() - interval '9 days', 'YYYY-MM-DD') from v returning *),
       g as (insert into grading (id, subject_id, seq, submission_id, cause, key_version_id, verdict, points, misconceptions, parts, rating, item_difficulty, graded_at, local_date)
         select gen_random_uuid(), $1, 2, s.id, 'automatic', v.id, 'wrong', 0, array[v.misconception], '[]', 1, 0, s.submitted_at, s.local_date from s, v),
       l as (update learner set last_seq = 2 where subject_id = $1)
     select m->'belief' as belief from v join topic t on t.slug = v.topic_slug, jsonb_array_elements(t.body->'misconceptions') m where m->>'id' = v.misconception`,
    [subjectId, leech],
  );
  return shown!.belief;
}

for (const locale of languages)
  test(`a learner who comes back from a break sees a day, not a wall, and reviews within it (${locale})`, async ({ as }) => {
    const me = await as([], { locale, phone: locale === "zh", scheme: locale === "zh" ? "dark" : "light" });
    const { page, words, say } = me;
    const { today, backlog, forecast, settings, leeches, setAside } = words.reviews;
    await me.open("/reviews");
    await expect(page.getByText(words.reviews.empty.title)).toBeVisible();
    await look(page);

    const belief = await givenBreak(me);
    await page.reload();
    await expect(page.getByText(say(today.count, { count: 40 }), { exact: true })).toBeVisible();
    await expect(page.getByText(say(backlog.level, { waiting: 20, limit: 40, days: 1 }))).toBeVisible();
    await expect(page.getByText(belief[locale])).toBeVisible();
    const chart = page.getByRole("region", { name: say(forecast.title, { days: 30 }), exact: true });
    await chart.getByText(words.app.chart.table, { exact: true }).click();
    await expect(chart.getByRole("row")).toHaveCount(31);
    await look(page);

    await button(me, leeches.setAside).click();
    await expect(page.getByRole("heading", { name: setAside.title })).toBeVisible();
    await expect(page.getByRole("heading", { name: leeches.title })).toBeHidden();
    await button(me, setAside.resume).click();
    await expect(page.getByRole("heading", { name: leeches.title })).toBeVisible();

    // the keyboard alone from here: more retention, one review a day, what it would do, save, start
    await page.getByText(settings.costs, { exact: true }).click();
    await expect(page.getByRole("region", { name: settings.costs }).getByRole("row")).toHaveCount(5);
    const slider = page.getByRole("slider");
    await slider.focus();
    for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "95%");
    await page.getByLabel(settings.reschedule).focus();
    await page.keyboard.press("Space");
    await page.getByLabel(settings.daily).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("1");
    await expect(page.getByRole("status").filter({ hasText: "→" })).toBeVisible();
    await look(page);
    await page.keyboard.press("Enter");
    await expect(page.getByText(say(today.count, { count: 1 }), { exact: true })).toBeVisible();
    await link(me, today.start).focus();
    await page.keyboard.press("Enter");

    await button(me, words.practice.dontKnow).click();
    await expect(verdict(me)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText(words.practice.done.title)).toBeVisible();
    await expect(button(me, words.practice.submit)).toBeHidden();
    await look(page);
    await link(me, words.practice.dayFull.more).click();
    await expect(button(me, words.practice.submit)).toBeVisible();
    await me.open("/reviews");
    await expect(page.getByText(say(today.done, { done: 1, limit: 1 }))).toBeVisible();
    await expect(link(me, today.more)).toBeVisible();
  });
