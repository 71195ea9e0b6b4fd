import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { growPopulation, madeUpUserId } from "../population";
import { indexCourse } from "../search";
import { makeActor, makeBank } from "../testing";
import { getOverview, overviewDto } from "./index";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let learner: UserActor;
const now = new Date("2026-03-01T12:00:00Z");
const context = { clock: fixedClock(now.toISOString()), locale: "en" as Locale };
beforeAll(async () => {
  database = await openTestDatabase();
  process.env.DATABASE_URL = database.ownerUrl;
  await makeBank({ basis: true });
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
  const { days, streak, week, retention } = await getOverview(learner, { q: "" }, context);
  expect(days).toHaveLength(371);
  expect(days.at(-1)?.date).toBe("2026-03-01");
  expect(days.reduce((sum, day) => sum + day.answers, 0)).toBe(200);
  expect(streak).toMatchObject({ days: 10, freezes: 1 });
  expect(week.map((w) => w.slug).sort()).toEqual(["basis", "sample"]);
  expect(retention.weeks.reduce((sum, w) => sum + w.reviews, 0)).toBe(retention.reviews);
  expect(retention.reviews).toBeGreaterThan(0);
});

test("somebody who has answered nothing sees zeros, and nothing of others", async () => {
  const overview = overviewDto.parse(await getOverview(await makeActor(), { q: "" }, context));
  expect(overview.totals).toMatchObject({ answers: 0, right: 0 });
  expect([overview.kinds, overview.misconceptions, overview.week, overview.retention.weeks]).toEqual([[], [], [], []]);
});

test("a search narrows what can be told by question, and says how many questions it found", async () => {
  const { rows } = await pool.query(`select 1 from search_document limit 1`);
  expect(rows).toEqual([]);
  const nothing = overviewDto.parse(await getOverview(learner, { q: "kind:numeric" }, context));
  expect(nothing.scope).toEqual({ query: "kind:numeric", questions: 0, topics: [] });
  expect(nothing.totals.answers).toBe(0);

  await inTransaction((connection) => indexCourse(connection, "digest"));
  const all = await getOverview(learner, { q: "" }, context);
  const numbers = overviewDto.parse(await getOverview(learner, { q: "kind:numeric" }, context));
  expect(numbers.scope).toMatchObject({ questions: 1, topics: [{ slug: "sample" }] });
  expect(numbers.kinds).toEqual(all.kinds.filter(({ kind }) => kind === "numeric"));
  expect(numbers.totals.answers).toBe(numbers.kinds[0]!.answers);
  expect(numbers.week.map((w) => w.slug)).toEqual(["sample"]);
});
