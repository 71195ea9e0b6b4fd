import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getOverview } from "../analytics";
import { getHome } from "../home";
import { listTopics } from "../course";
import { getNextQuestion } from "../practice";
import { listClassAssignments } from "../results";
import { listClasses } from "../classes";
import { rebuildAll } from "../rebuild";
import { openCourseDatabase } from "../testing/course-database";
import { getDemoActor } from "./demo.repo";
import { seedDemo } from ".";

process.env.NEXTAUTH_SECRET = "a secret of this test";
/** Six in the morning in Shanghai: earlier in the day than anything was done. */
const context = { clock: fixedClock("2026-05-20T22:00:00Z"), locale: "en" as Locale };
const options = { password: "a password", hashPassword: async (password: string) => `hash of ${password}`, history: true, onUnmade: (error: unknown) => expect.unreachable(String(error)) };
let database: Awaited<ReturnType<typeof openCourseDatabase>>;
beforeAll(async () => {
  database = await openCourseDatabase();
  await seedDemo(options, context.clock.now());
});
afterAll(() => database.close());

const derived = ["review_card", "topic_mastery", "objective_mastery", "daily_activity", "topic_day", "question_state", "lesson_read", "path_enrolment", "attempt_grade", "question_counter", "choice_counter", "study_plan"];
const snapshot = () => Promise.all(derived.map(async (table) => (await pool.query(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)).rows));
const submissions = async () => (await pool.query<{ n: number }>(`select count(*)::int as n from submission`)).rows[0]!.n;

describe("a stranger who signs in", () => {
  test("as the learner finds reviews, a plan, a path, a week of answers and topics at every stage", async () => {
    const learner = await getDemoActor("learner@demo.tidao", []);
    const [home, topics] = await Promise.all([getHome(learner, {}, context), listTopics(learner, {}, context)]);
    expect(home.next.kind).toBe("plan");
    expect(home.due).toBeGreaterThan(5);
    expect(home.plan?.itemsLeft).toBeGreaterThan(5);
    expect(home.paths).toHaveLength(1);
    expect(home.assignments).toHaveLength(1);
    expect(home.week.streak.days).toBeGreaterThan(0);
    expect(home.week.answers).toBeGreaterThan(30);
    const overview = await getOverview(learner, { q: "" }, context);
    expect(overview.misconceptions.length).toBeGreaterThan(0);
    expect(overview.calibration.furthest?.slug).toBe("evaluation");
    const states = new Set(topics.map(({ state }) => state));
    for (const state of ["mastered", "in-progress", "ready", "not-ready"] as const) expect(states).toContain(state);
    const practice = await getNextQuestion(learner, { topic: "noisy-data", except: [], dueOnly: false }, context);
    expect(practice.total).toBeGreaterThan(20);
  });

  test("as the instructor finds a class with one assignment that is over and one that is open", async () => {
    const instructor = await getDemoActor("instructor@demo.tidao", ["instructor"]);
    const [room] = await listClasses(instructor, {}, context);
    expect(room).toMatchObject({ open: 1 });
    const assignments = await listClassAssignments(instructor, { classId: room!.id }, context);
    expect(assignments.map(({ questions, finished }) => [questions, finished]).toSorted()).toEqual([[4, 0], [6, 1]]);
  });
});

test("the first start waits for no more than some three hundred answers, each as long as a press of a learner takes", async () => {
  expect(await submissions()).toBeLessThan(320);
});

test("what the demo learner has is what their log leads to", async () => {
  const lived = await snapshot();
  await rebuildAll();
  expect(await snapshot()).toEqual(lived);
});

test("a later start makes nothing of it again, and among people nothing is made up", async () => {
  const before = await submissions();
  expect(await seedDemo(options, context.clock.now())).toHaveLength(4);
  await pool.query(`update "user" set email = 'somebody@example.test' where email = 'learner@demo.tidao'`);
  await seedDemo(options, context.clock.now());
  expect(await submissions()).toBe(before);
});
