import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import type { Answer } from "@tidao/grading";
import { fixedClock, type Locale } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { submitAnswer } from "../practice/submit-answer";
import { growPopulation, madeUpUserId } from "../population";
import { indexCourse } from "../search";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { rebuildLearner } from "../rebuild";
import { getOverview, type Overview, overviewDto } from "./index";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let learner: UserActor;
const now = new Date("2026-03-01T12:00:00Z");
const context = { clock: fixedClock(now.toISOString()), locale: "en" as Locale };
beforeAll(async () => {
  database = await openTestDatabase();
  process.env.DATABASE_URL = database.ownerUrl;
  await makeBank({ basis: true });
  await pool.query(`update topic set body = jsonb_set(body, '{title}', '{"zh":"基础","en":"Basis"}') where slug = 'basis'`);
  await growPopulation({ submissions: 600, answersEach: 200 }, now);
  const { rows } = await pool.query<{ subject_id: string }>(`select subject_id from learner where user_id = $1`, [madeUpUserId(0)]);
  learner = { ...(await makeActor()), id: madeUpUserId(0), subjectId: rows[0]!.subject_id };
});
afterAll(() => database.close());

const counted = async <T extends object>(sql: string) => (await pool.query<T>(sql, [learner.subjectId])).rows;

test("every figure that a learner sees is what the log says", async () => {
  const overview = overviewDto.parse(await getOverview(learner, { q: "" }, context));
  const log = `from submission s join grading g on g.submission_id = s.id join question q on q.id = s.question_id
    join question_version v on v.id = s.question_version_id where s.subject_id = $1`;
  const [all] = await counted<{ answers: number; right: number; seconds: number }>(
    `select count(*)::int as answers, count(*) filter (where g.verdict = 'right')::int as "right", sum(round(s.duration_ms / 1000.0))::int as seconds ${log}`,
  );
  expect(overview.totals).toMatchObject({ answers: 200, right: all!.right });
  expect(Math.abs(overview.totals.seconds - all!.seconds)).toBeLessThanOrEqual(5);

  const by = (column: string, name: string) =>
    counted<Record<string, unknown>>(
      `select ${column} as "${name}", count(*)::int as answers, count(*) filter (where g.verdict = 'right')::int as "right" ${log} group by 1 order by 2 desc, 1`,
    );
  const plain = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(plain(overview.kinds.map(({ kind, answers, right }) => ({ kind, answers, right })))).toEqual(plain(await by("q.kind", "kind")));
  expect(plain(overview.difficulties.map(({ difficulty, answers, right }) => ({ difficulty, answers, right })))).toEqual(plain(await by("v.difficulty", "difficulty")));
  expect(plain(overview.topics.map(({ slug, answers, right }) => ({ slug, answers, right })))).toEqual(plain(await by("q.topic_slug", "slug")));

  const said = await counted<{ level: number; answers: number; right: number }>(
    `select s.confidence as level, count(*)::int as answers, count(*) filter (where g.verdict = 'right')::int as "right" ${log} group by 1 order by 1`,
  );
  expect(overview.calibration.levels.filter((l) => l.answers > 0).map(({ level, answers, right }) => ({ level, answers, right }))).toEqual(said);
  expect(overview.calibration.report!.answers).toBe(200);
});

test("more misconceptions than are listed are all counted", async () => {
  const who = await makeActor();
  const text = (word: string) => ({ zh: word, en: word });
  const many = Array.from({ length: 15 }, (_, at) => ({ id: `many-${at}`, belief: text("b"), truth: text("t") }));
  const body = { title: text("Many"), summary: text("Many"), objectives: [], misconceptions: many };
  await pool.query(`insert into topic (slug, number, area, body, prerequisites, source_hash) values ('many', 98, 'data', $1, '{}', 'h')`, [body]);
  await pool.query(
    `insert into question_state (subject_id, question_id, topic_slug, objective_id, answers, last_verdict, last_points, last_submission, last_at, last_misconceptions)
     select $1, id, 'many', 's-o1', 1, 'wrong', 0, gen_random_uuid(), $2, $3 from question limit 1`,
    [who.subjectId, now, many.map(({ id }) => id)],
  );
  const { misconceptions, misconceptionsInAll } = await getOverview(who, { q: "" }, context);
  await pool.query(`delete from topic where slug = 'many'`);
  expect([misconceptions.length, misconceptionsInAll]).toEqual([12, 15]);
});
test("misconceptions are those of the latest answers, each with the answers that show it", async () => {
  const { misconceptions } = await getOverview(learner, { q: "" }, context);
  const latest = await counted<{ id: string; questions: number }>(
    `select m as id, count(*)::int as questions from (select distinct on (s.question_id) g.misconceptions from submission s join grading g on g.submission_id = s.id
       where s.subject_id = $1 order by s.question_id, s.seq desc) last, unnest(last.misconceptions) m group by m`,
  );
  expect(latest.length).toBeGreaterThan(0);
  expect(misconceptions.map(({ id, questions }) => ({ id, questions }))).toEqual(latest);
  for (const held of misconceptions) expect(held.shownBy.length).toBe(Math.min(3, held.questions));
});

test("days, weeks and the run of days follow from the calendar", async () => {
  const { today, days, streak, week, retention } = await getOverview(learner, { q: "" }, context);
  expect(today).toBe("2026-03-01");
  expect(days).toEqual(await counted(`select local_date as date, answers, "right", seconds from daily_activity where subject_id = $1 order by 1`));
  expect(days.reduce((sum, day) => sum + day.answers, 0)).toBe(200);
  expect(streak).toMatchObject({ days: 10, freezes: 1 });
  expect(week.map((w) => w.slug).sort()).toEqual(["basis", "sample"]);
  expect(retention.weeks.reduce((sum, w) => sum + w.reviews, 0)).toBe(retention.reviews);
  expect(retention.reviews).toBeGreaterThan(0);
});

test("what the page says of a topic it says everywhere: answers that wait to be compared, and what other topics' answers brought", async () => {
  const who = await makeActor();
  const answer = async (id: string, given: Answer) => {
    const { rows } = await pool.query<{ version: string }>(`select published_version_id as version from question where id = $1`, [id]);
    const version = await getPublishedVersion(rows[0]!.version);
    const shown = hideAnswer(given, disguiseOf(version, 0, instantiateVersion(version, 0)));
    await submitAnswer(who, { submissionKey: randomUUID(), versionId: version.id, seed: 0, answer: shown, confidence: 3, durationMs: 9000 }, context);
  };
  await answer("basis", sampleAnswers.basis![1]!);
  await answer("single", sampleAnswers.single![0]!);
  await answer("short", { kind: "short-answer", text: "something else" });
  const { topics, map, week } = await getOverview(who, { q: "" }, context);
  expect(map.map(({ slug, answers }) => [slug, answers])).toEqual(topics.map(({ slug, answers }) => [slug, answers]));
  expect(map.find(({ slug }) => slug === "sample")!.answers).toBe(2);
  const { rows } = await pool.query<{ slug: string; rating: number; level: number }>(`select topic_slug as slug, rating, level from topic_mastery where subject_id = $1`, [who.subjectId]);
  expect(rows).toHaveLength(2);
  for (const { slug, rating, level } of rows) {
    const row = week.find((each) => each.slug === slug)!;
    expect(row.now).toBeCloseTo(1 / (1 + Math.exp(-rating)), 12);
    expect(row.levels!.now).toBe(level);
  }
});

test("somebody who has answered nothing sees zeros, and nothing of others", async () => {
  const overview = overviewDto.parse(await getOverview(await makeActor(), { q: "" }, context));
  expect(overview.totals).toMatchObject({ answers: 0, right: 0 });
  expect([overview.kinds, overview.misconceptions, overview.week, overview.retention.weeks]).toEqual([[], [], [], []]);
});

/** Somebody who gave only the answers to these questions, each as it was given. */
async function twinWith(questionIds: string[]): Promise<UserActor> {
  const twin = await makeActor();
  const columns = (names: string, of = "") => names.split(" ").map((name) => `${of}"${name}"`).join(", ");
  const ofAnswer = "seq submission_key question_id question_version_id seed answer confidence hints_used duration_ms context submitted_at local_date";
  const ofGrading = "seq cause key_version_id verdict points misconceptions parts rating item_difficulty prerequisites withheld graded_at local_date";
  await pool.query(
    `with given as materialized (select s.*, gen_random_uuid() as copy from submission s where subject_id = $1 and question_id = any($3)),
       copied as (insert into submission (id, subject_id, ${columns(ofAnswer)}) select copy, $2, ${columns(ofAnswer)} from given)
     insert into grading (id, subject_id, submission_id, ${columns(ofGrading)})
       select gen_random_uuid(), $2, given.copy, ${columns(ofGrading, "g.")} from grading g join given on given.id = g.submission_id`,
    [learner.subjectId, twin.subjectId, questionIds],
  );
  await rebuildLearner(twin.subjectId);
  return twin;
}
const micro = (value: number) => Math.round(value * 1_000_000);
const withoutIds = (overview: Overview) => ({
  ...overview,
  // sums of the same shares in another order
  forecast: overview.forecast.map((day) => ({ ...day, due: micro(day.due), reviews: micro(day.reviews), minutes: micro(day.minutes) })),
  misconceptions: overview.misconceptions.map(({ shownBy, ...held }) => ({ ...held, shownBy: shownBy.map(({ submissionId: _, ...shown }) => shown) })),
});

test("reads that fail while the page is made fail that page alone, not the server", async () => {
  const owner = await pool.connect();
  const rename = async (from: string, to: string) => {
    for (const statement of ["set role none", `alter table ${from} rename to ${to}`, "reset role"]) await owner.query(statement);
  };
  const unheard = vi.fn<(reason: unknown) => void>();
  process.on("unhandledRejection", unheard);
  await rename("question_state", "gone");
  await expect(getOverview(learner, { q: "kind:numeric" }, context)).rejects.toThrow("question_state");
  await new Promise((done) => setTimeout(done, 100));
  await rename("gone", "question_state");
  owner.release();
  process.off("unhandledRejection", unheard);
  expect(unheard).not.toHaveBeenCalled();
});

test("a search that finds nothing shows nothing", async () => {
  expect((await pool.query(`select 1 from search_document limit 1`)).rows).toEqual([]);
  const nothing = overviewDto.parse(await getOverview(learner, { q: "kind:numeric" }, context));
  expect(nothing.scope).toEqual({ query: "kind:numeric", questions: 0 });
  expect(nothing.totals).toMatchObject({ answers: 0, due: 0 });
  expect([nothing.days, nothing.week, nothing.map, nothing.forecast, nothing.retention.weeks]).toEqual([[], [], [], [], []]);
});

test.each([
  ["kind:numeric", ["numeric"]],
  ["topic:basis", ["basis"]],
  ["kind:single topic:sample topic:basis", ["basis", "single"]],
  ["-kind:single", ["cloze", "error", "matching", "multiple", "numeric", "ordering", "short"]],
])("every chart of a page within the search %s is that of somebody who answered only its questions", async (q, questions) => {
  await inTransaction((connection) => indexCourse(connection, "digest"));
  const all = await getOverview(learner, { q: "" }, context);
  const page = overviewDto.parse(await getOverview(learner, { q }, context));
  expect(page.scope).toEqual({ query: q, questions: questions.length });
  const twin = await twinWith(questions);
  expect(withoutIds(page)).toEqual(withoutIds(await getOverview(twin, { q }, context)));

  // and of the charts that need no other words within a search, also the twin's whole page
  const whole = await getOverview(twin, { q: "" }, context);
  const { totals, days, streak, retention, calibration, misconceptions } = withoutIds(whole);
  const plain = { totals, days, streak, retention, misconceptions: misconceptions.map(({ topic: _, ...held }) => held), levels: calibration.levels, report: calibration.report };
  const shown = withoutIds(page);
  expect({
    ...plain, totals: shown.totals, days: shown.days, streak: shown.streak, retention: shown.retention,
    misconceptions: shown.misconceptions.map(({ topic: _, ...held }) => held), levels: shown.calibration.levels, report: shown.calibration.report,
  }).toEqual(plain);
  const bare = (rows: { query: string }[]) => rows.map(({ query: _, ...row }) => row);
  for (const chart of ["topics", "kinds", "difficulties"] as const) expect(bare(page[chart])).toEqual(bare(whole[chart]));
  expect(page.forecast.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(0);

  // the guard is awake: each of them is another one than without the search
  for (const part of ["totals", "days", "kinds", "forecast", "week", "map"] as const) expect(page[part]).not.toEqual(all[part]);
  if (questions.length > 2) expect(page.retention.reviews).toBeGreaterThan(0);
  expect(page.retention.weeks.reduce((sum, week) => sum + week.reviews, 0)).toBe(page.retention.reviews);
  expect(page.days.reduce((sum, day) => sum + day.answers, 0)).toBe(page.totals.answers);
});

test("each row leads to the page of itself alone, also within a search of several topics", async () => {
  const q = "topic:sample topic:basis difficulty:3";
  const { topics, kinds, difficulties } = await getOverview(learner, { q }, context);
  expect(topics.map(({ query }) => query)).toEqual(["topic:sample difficulty:3", "topic:basis difficulty:3"]);
  for (const row of [...topics, ...kinds, ...difficulties]) expect((await getOverview(learner, { q: row.query }, context)).totals.answers).toBe(row.answers);
});

test("the last seven days of some questions are their right answers, now and before", async () => {
  const { week, map } = await getOverview(learner, { q: "kind:numeric" }, context);
  const [lately, before] = await counted<{ n: number; right: number }>(
    `select count(*)::int as n, count(*) filter (where g.verdict = 'right')::int as "right" from submission s join grading g on g.submission_id = s.id
     where s.subject_id = $1 and s.question_id = 'numeric' group by s.local_date >= '2026-02-23' order by s.local_date >= '2026-02-23' desc`,
  );
  expect(week).toEqual([
    { slug: "sample", title: "Sample", query: "topic:sample kind:numeric", answers: lately!.n, now: lately!.right / lately!.n, before: before!.right / before!.n, levels: null },
  ]);
  expect(map).toMatchObject([{ slug: "sample", found: { questions: 1, seen: 1 } }]);
});
