import { randomUUID } from "node:crypto";
import { DomainError } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../analytics/calendar-day";
import { getOverview } from "../analytics";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { leavePath, markLessonRead, startPath } from "../course";
import { getHome } from "../home";
import { clearPlan, setPlan } from "../plan";
import { createJobSchema } from "../jobs";
import { restoreQuestion, retireQuestion } from "../questions";
import { rebuildLearner } from "../rebuild";
import { makeActor } from "../testing";
import { findContradictions } from "../testing/contradictions";
import { openCourseDatabase } from "../testing/course-database";
import { LivedLearner } from "../testing/lived-learner";
import { readExport } from "../testing/read-export";
import { getReviews, updateReviewSettings } from ".";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const long = process.env.TIDAO_TEST_SIZE === "long";
/** Looking at every page costs more than a day of work: in the short run only on some days, and on those on which something happens. */
const looksEvery = long ? 1 : 9;
const mostADay = long ? 14 : 4;
const patience = long ? 600_000 : 120_000;
const days = 60;
/** Nine days before Europe puts its clocks forward. */
const firstDay = "2026-03-20";
const derived = [
  "review_card",
  "topic_mastery",
  "objective_mastery",
  "daily_activity",
  "topic_day",
  "question_state",
  "review_settings",
  "study_plan",
  "topic_skip",
];

let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let course: string[];
beforeAll(async () => {
  database = await openCourseDatabase();
  await createJobSchema(database.ownerUrl);
  course = (await pool.query<{ slug: string }>(`select slug from topic where archived_at is null order by number`)).rows.map(({ slug }) => slug);
});
afterAll(() => database.close());

/** What happens on a day, before the learner works; a break is a day without work. */
type Story = Record<number, (learner: LivedLearner) => Promise<unknown>>;
interface Life {
  learner: LivedLearner;
  startsAt: string;
  /** Practises among topics unasked, not only where home calls it next. */
  mixes: boolean;
  away: (day: number) => boolean;
  story: Story;
}
const at = (day: number, hour: number) => `${addDays(firstDay, day)}T${String(hour).padStart(2, "0")}:00:00Z`;
/** Plans are made over the first seven topics: with thirty each day of it takes longer, and says no more. */
const plan = (day: number, minutesADay: number, daysOff: number[]) => (learner: LivedLearner) =>
  setPlan(
    learner.actor,
    { date: addDays(firstDay, day), minutesADay, daysOff, weights: Object.fromEntries(course.slice(7).map((slug) => [slug, 0])) },
    learner.context,
  );
const wishes = (dailyReviews: number, easyDays: (0 | 0.5 | 1)[], reschedule: boolean) => (learner: LivedLearner) =>
  updateReviewSettings(learner.actor, { desiredRetention: 0.9, dailyReviews, dailyNew: 3, easyDays, fitting: true, reschedule }, learner.context);
const weekWithRest: (0 | 0.5 | 1)[] = [1, 1, 1, 0.5, 1, 1, 0];
const putAside = async (learner: LivedLearner) => {
  const last = learner.asked.at(-1);
  if (last) await learner.putAside(last.questionId);
};
const takeUp = async (learner: LivedLearner) => {
  const [id] = learner.setAside;
  if (id) await learner.takeUp(id);
};
/** What an editor takes out of the bank, and brings back, while somebody learns from it. */
async function changeBank(change: typeof retireQuestion, questionIds: Iterable<string>, { context }: LivedLearner): Promise<void> {
  const editor = await makeActor(["editor"]);
  for (const questionId of questionIds) await change(editor, { questionId }, context);
}

async function assign(learner: LivedLearner, opens: number, due: number, feedback: string): Promise<string> {
  const teacher = await makeActor(["instructor"]);
  const [classId, id] = [randomUUID(), randomUUID()];
  await pool.query(`insert into class (id, name, owner_id, join_code) values ($1, 'c', $2, $3)`, [classId, teacher.id, classId.slice(0, 8)]);
  await pool.query(`insert into class_member (class_id, user_id, role) values ($1, $2, 'learner')`, [classId, learner.actor.id]);
  await pool.query(
    `insert into assignment (id, class_id, title, opens_at, due_at, attempts, feedback, created_by) values ($1, $2, 't', $3, $4, 1, $5::"FeedbackRelease", $6)`,
    [id, classId, at(opens, 9), at(due, 9), feedback, teacher.id],
  );
  // of what they know by then, and of what they do not
  await pool.query(
    `insert into assignment_item (assignment_id, position, question_id) select $1, row_number() over (order by id), id from (
       select id from question where topic_slug = any($2) and published_version_id is not null order by md5(id) limit 12) chosen`,
    [id, course.slice(0, 3)],
  );
  return id;
}

/** A test that cannot be taken now is part of life. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

/** Does what home calls next, as long as there is time. */
async function followHome(learner: LivedLearner, most: number): Promise<void> {
  const began = learner.asked.length;
  for (let turn = 0; turn < 4 && learner.asked.length - began < most; turn++) {
    const left = most - (learner.asked.length - began);
    const { next } = await getHome(learner.actor, {}, learner.context);
    if (next.kind === "plan") await learner.practise({ plan: true }, left);
    else if (next.kind === "review") await learner.practise({ dueOnly: true }, Math.ceil(left / 2));
    else if (next.kind === "mixed") await learner.practise({ mix: true }, left);
    else if (next.kind === "practice") await learner.practise({ topic: next.topic.slug }, left);
    else if (next.kind === "lesson") await markLessonRead(learner.actor, { slug: next.topic.slug }, learner.context);
    else if (next.kind === "placement") await learner.takeTest(null, 50);
    else await learner.practise({ topic: course[0] }, left);
  }
}

async function live({ learner, startsAt, mixes, away, story }: Life): Promise<string[]> {
  const found: string[] = [];
  let foretold: Awaited<ReturnType<typeof getReviews>>["forecast"] = [];
  const look = async () => found.push(...(await findContradictions(learner)));
  /** What a day brings is what waits and what the evening before foretold, and of what that evening left undone all at most. */
  const lookBack = async () => {
    const [evening, tomorrow] = foretold;
    const [morning] = (await getReviews(learner.actor, {}, learner.context)).forecast;
    if (!evening || tomorrow?.date !== morning?.date) return;
    const least = evening.waiting + tomorrow!.due;
    if (morning!.due < 0.8 * least - 3 || morning!.due > 1.2 * least + evening.reviews + 3)
      found.push(`${morning!.date}: ${morning!.due} are due, foretold were ${JSON.stringify([evening, tomorrow])}`);
  };
  for (let day = 0; day < days; day++) {
    learner.goTo(addDays(firstDay, day), startsAt);
    await openDueFeedback(learner.context.clock);
    const event = story[day];
    if (foretold.length > 0) await lookBack();
    foretold = [];
    if (event) {
      learner.now += 60_000;
      await event(learner);
      learner.now += 1000;
      await look();
    }
    if (away(day)) continue;
    await followHome(learner, mostADay);
    if (long) await look();
    if (mixes && day % 3 === 0) await learner.practise({ mix: true }, 2);
    if (day % 5 === 0) await learner.practise({ search: "is:wrong" }, 1);
    if (day % looksEvery === 0) {
      await look();
      foretold = (await getReviews(learner.actor, {}, learner.context)).forecast;
    }
  }
  return found;
}

/** The counters are those of a count over the log, of a rebuild from it, and of the file that the learner takes away. */
async function expectCountedAsLived({ actor, context }: LivedLearner): Promise<void> {
  const { totals } = await getOverview(actor, { q: "" }, context);
  const { rows } = await pool.query<{ answers: number; right: number }>(
    `select count(*)::int as answers, count(*) filter (where g.verdict = 'right')::int as "right" from submission s
       join lateral (select verdict, withheld from grading where submission_id = s.id order by seq desc limit 1) g on true
       left join attempt t on t.id = s.attempt_id
     where s.subject_id = $1 and (not g.withheld or t.feedback_opened_at is not null)`,
    [actor.subjectId],
  );
  expect([totals.answers, totals.right]).toEqual([rows[0]!.answers, rows[0]!.right]);
  const file = await readExport(actor, context);
  const exported = (name: string) => JSON.parse(file[`data/${name}.json`]!) as { answers: number }[];
  expect(exported("daily-activity").reduce((sum, { answers }) => sum + answers, 0)).toBe(totals.answers);
  expect(exported("answers")).toHaveLength((await pool.query(`select 1 from submission where subject_id = $1`, [actor.subjectId])).rows.length);
  const read = async () =>
    Promise.all(
      derived.map(
        async (table) =>
          (await pool.query(`select to_jsonb(t) as row from ${table} t where subject_id = $1 order by to_jsonb(t)::text`, [actor.subjectId])).rows,
      ),
    );
  const lived = await read();
  await rebuildLearner(actor.subjectId);
  expect(await read()).toEqual(lived);
}

describe("sixty days of a learner leave no two pages that say different things", () => {
  test(
    "who prepares for an interview in London, is away for ten days, flies to Los Angeles and lives on after the interview",
    async () => {
      const learner = new LivedLearner(await makeActor(["learner"], "Europe/London"), 1, 0.6);
      const assignment = await assign(learner, 10, 17, "after_due");
      const story: Story = {
        4: plan(43, 10, [7]),
        11: putAside,
        12: wishes(5, weekWithRest, false),
        13: (me) => me.doAssignment(assignment),
        // after the due time, when the first is free again
        18: takeUp,
        20: plan(43, 8, [6, 7]),
        22: (me) => me.fly("America/Los_Angeles"),
        34: putAside,
        36: wishes(8, [1, 1, 1, 1, 1, 1, 1], true),
        42: plan(44, 8, []),
        44: async () => {},
        45: async () => {},
        52: (me) => clearPlan(me.actor, {}, me.context),
      };
      expect(await live({ learner, startsAt: "20:00", mixes: true, away: (day) => day >= 24 && day < 34, story })).toEqual([]);
      await expectCountedAsLived(learner);
    },
    patience,
  );

  test(
    "who is placed in Kathmandu, works across midnight by a path, is tested for a skip, and meets a bank that changes and an assignment that is never told",
    async () => {
      const learner = new LivedLearner(await makeActor(["learner"], "Asia/Kathmandu"), 2, 0.8);
      const assignment = await assign(learner, 30, 36, "never");
      const story: Story = {
        0: (me) => me.takeTest(null, 4),
        2: (me) => startPath(me.actor, { slug: "interview-essentials" }, me.context),
        9: (me) => me.takeTest(course[2]!, 9).catch(unlessRefused),
        15: putAside,
        21: wishes(4, weekWithRest, true),
        31: (me) => me.doAssignment(assignment),
        37: (me) => leavePath(me.actor, { slug: "interview-essentials" }, me.context),
        40: (me) => me.fly("Europe/London"),
        43: (me) => {
          for (const { questionId } of me.asked.slice(-12)) if (!me.setAside.has(questionId)) retired.add(questionId);
          return changeBank(retireQuestion, retired, me);
        },
        50: takeUp,
        53: (me) => changeBank(restoreQuestion, retired, me),
      };
      const retired = new Set<string>();
      expect(await live({ learner, startsAt: "23:57", mixes: false, away: (day) => day % 11 === 7, story })).toEqual([]);
      const { rows } = await pool.query<{ days: number }>(`select count(*)::int as days from daily_activity where subject_id = $1 and answers > 0`, [
        learner.actor.subjectId,
      ]);
      expect(rows[0]!.days).toBeLessThanOrEqual(days + 1);
      await expectCountedAsLived(learner);
    },
    patience,
  );
});
