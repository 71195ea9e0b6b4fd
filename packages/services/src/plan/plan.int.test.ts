import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { keyAnswer } from "@tidao/grading";
import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { getHome } from "../home";
import { getPath, listTopics, startPath } from "../course";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { getNextQuestion } from "../practice/get-next-question";
import { submitAnswer } from "../practice/submit-answer";
import { rebuildAll } from "../rebuild";
import { makeActor } from "../testing";
import { openCourseDatabase } from "../testing/course-database";
import { findPlanToday } from "./find-plan-today";
import { getPlan } from "./get-plan";
import { makePlanDay } from "./make-plan-day";
import type { PlanSetting } from "./plan.dto";
import { findPlan, savePlanDay } from "./plan.repo";
import { clearPlan, setPlan } from "./set-plan";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let learner: UserActor;
beforeAll(async () => {
  database = await openCourseDatabase();
});
beforeEach(async () => {
  learner = await makeActor(["learner"], "Asia/Shanghai");
});
afterAll(() => database.close());

/** A Monday morning in Shanghai, and the days after it. */
const on = (day: number, hour = 1) => ({ clock: fixedClock(new Date(Date.UTC(2026, 2, 2 + day, hour)).toISOString()), locale: "en" as Locale });
const setting: PlanSetting = { date: "2026-04-01", minutesADay: 20, daysOff: [7], weights: {} };
const practise = (day: number, except: string[] = []) => getNextQuestion(learner, { plan: true, except, dueOnly: false }, on(day));
async function answerNext(day: number): Promise<string> {
  const { question } = await practise(day);
  const input = { submissionKey: randomUUID(), versionId: question!.versionId, seed: question!.seed, answer: { kind: "blank" as const }, confidence: null, durationMs: 20_000 };
  await submitAnswer(learner, input, on(day));
  return question!.questionId;
}
async function answerRight(questionId: string, day: number): Promise<void> {
  const { question } = await getNextQuestion(learner, { plan: true, question: questionId, except: [], dueOnly: false }, on(day));
  const { versionId, seed } = question!;
  const version = await getPublishedVersion(versionId);
  const spec = instantiateVersion(version, seed);
  const answer = hideAnswer(keyAnswer(spec), disguiseOf(version, seed, spec));
  await submitAnswer(learner, { submissionKey: randomUUID(), versionId, seed, answer, confidence: 3, durationMs: 20_000 }, on(day));
}
const load = async (day: number) => (await getPlan(learner, {}, on(day))).plan!;

describe("a learner with an interview date", () => {
  test("gets a list for today within the budget, each item with a reason, and a forecast with an interval", async () => {
    await setPlan(learner, setting, on(0));
    const { setting: kept, plan, missedDays } = await getPlan(learner, {}, on(0));
    expect(kept).toEqual(setting);
    expect(missedDays).toBe(0);
    expect(plan!.daysLeft).toBe(30);
    expect(plan!.items.length).toBeGreaterThan(5);
    expect(plan!.secondsLeft).toBeLessThanOrEqual(1200);
    expect(plan!.items.every(({ whyNow, done }) => whyNow.code === "first" && !done)).toBe(true);
    const { outlook } = plan!;
    expect(outlook.days).toHaveLength(30);
    for (const { date, off, newSeconds, reviewSeconds } of outlook.days) {
      expect(newSeconds + reviewSeconds).toBeLessThanOrEqual(off ? 0 : 1200);
      expect(off).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() === 0);
    }
    expect(outlook.forecast.low).toBeLessThan(outlook.forecast.recall);
    expect(outlook.forecast.high).toBeGreaterThan(outlook.forecast.recall);
    expect(outlook.forecast.recall).toBeGreaterThan(outlook.withoutWork);
  });

  test("finds nothing in today's list that the map says needs others first, day after day, whatever is answered", async () => {
    await setPlan(learner, { ...setting, minutesADay: 15 }, on(0));
    const met = new Set<string>();
    for (let day = 0; day < 6; day++) {
      const [{ items, outlook }, topics] = await Promise.all([load(day), listTopics(learner, {}, on(day))]);
      const later = topics.filter(({ state }) => state === "not-ready").map(({ slug }) => slug);
      expect(later.length).toBeGreaterThan(0);
      expect(items.filter(({ topic }) => later.includes(topic))).toEqual([]);
      for (const { topic } of items) met.add(topic);
      expect(outlook.soon.flatMap(({ items: planned }) => planned).every(({ whyNow }) => whyNow.code !== "early")).toBe(true);
      for (const { questionId } of items) await answerRight(questionId, day);
    }
    expect(met.size).toBeGreaterThan(6);
  });

  test("who has two days is told of each topic that comes early what it stands on, and after the others", async () => {
    await setPlan(learner, { ...setting, date: "2026-03-04", minutesADay: 60, weights: { evaluation: 3, "multi-task": 3 } }, on(0));
    const [{ items }, topics] = await Promise.all([load(0), listTopics(learner, {}, on(0))]);
    const later = topics.filter(({ state }) => state === "not-ready").map(({ slug }) => slug);
    const early = items.filter(({ topic }) => later.includes(topic));
    expect(early.length).toBeGreaterThan(0);
    expect(items.slice(-early.length)).toEqual(early);
    for (const { topic, whyNow } of early) {
      expect(whyNow).toMatchObject({ code: "early", days: 2 });
      expect(topics.find(({ slug }) => slug === topic)?.prerequisites).toContain(whyNow.before);
    }
  });

  test("who leaves out a foundation is told so with what stands on it", async () => {
    await setPlan(learner, { ...setting, weights: { tokenisation: 0 } }, on(0));
    const { items } = await load(0);
    const training = items.filter(({ topic }) => topic === "training-and-optimisation");
    expect(training.length).toBeGreaterThan(0);
    expect(training[0]!.whyNow).toMatchObject({ code: "lacking", before: "tokenisation" });
  });

  test("finds on a path what it goes without of what the map asks for first, and so on the home page", async () => {
    await startPath(learner, { slug: "interview-essentials" }, on(0));
    const { steps } = await getPath(learner, { slug: "interview-essentials" }, on(0));
    const evaluation = steps.find(({ topic }) => topic.slug === "evaluation")!;
    expect(evaluation.topic.state).toBe("not-ready");
    expect(evaluation.goesWithout.map(({ slug }) => slug)).toEqual(["application-scenarios"]);
    // what an earlier step brings is no gap
    expect(steps.find(({ topic }) => topic.slug === "training-and-optimisation")!.goesWithout).toEqual([]);
    await startPath(learner, { slug: "trust-safety-and-privacy" }, on(1));
    expect((await getHome(learner, {}, on(1))).next).toMatchObject({ topic: { slug: "training-and-optimisation" }, goesWithout: [{ slug: "tokenisation" }] });
  });

  test("is told what does not fit, what that costs, and how many minutes more would do", async () => {
    await setPlan(learner, setting, on(0));
    const { outlook } = await load(0);
    expect(outlook.dropped.questions).toBeGreaterThan(0);
    expect(outlook.dropped.cost).toBeGreaterThan(0);
    expect(outlook.dropped.minutesMore).toBeGreaterThan(0);
    expect(outlook.topics.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(outlook.dropped.questions);
  });

  test("leaves out a topic of no weight and meets more of a heavy one", async () => {
    await setPlan(learner, { ...setting, weights: { tokenisation: 0, evaluation: 3 } }, on(0));
    const plan = await load(0);
    const planned = [...plan.items, ...plan.outlook.soon.flatMap(({ items }) => items)];
    expect(planned.some(({ topic }) => topic === "tokenisation")).toBe(false);
    expect(plan.outlook.topics.some(({ slug }) => slug === "tokenisation")).toBe(false);
  });

  test("who opens two windows in the morning has one list, and what was done of it stays done", async () => {
    await setPlan(learner, setting, on(0));
    const late = (await findPlan(learner.subjectId, "2026-03-02"))!;
    await getPlan(learner, {}, on(0));
    await answerNext(0);
    const made = await makePlanDay(learner, late, [], on(0, 2).clock.now());
    expect(await savePlanDay(learner.subjectId, "2026-03-02", made, late)).toBe(false);
    expect((await load(0)).items.filter(({ done }) => done)).toHaveLength(1);
    const both = await Promise.all([load(1), load(1), load(1)]);
    expect(both[1]).toEqual(both[0]);
    expect(both[2]).toEqual(both[0]);
  });

  test("practises today's list in its order, sees why, and finds the same list after each answer", async () => {
    await setPlan(learner, setting, on(0));
    const before = await load(0);
    const first = await practise(0);
    expect(first).toMatchObject({ question: { questionId: before.items[0]!.questionId }, whyNow: before.items[0]!.whyNow, total: before.items.length, seen: 0 });
    const answered = [await answerNext(0), await answerNext(0)];
    expect(answered).toEqual(before.items.slice(0, 2).map(({ questionId }) => questionId));
    const after = await load(0);
    expect(after.items.map(({ questionId }) => questionId)).toEqual(before.items.map(({ questionId }) => questionId));
    expect(after.items.filter(({ done }) => done).map(({ questionId }) => questionId)).toEqual(answered);
    expect(await findPlanToday(learner, on(0))).toMatchObject({ date: setting.date, daysLeft: 30, itemsDone: 2, itemsLeft: before.items.length - 2, minutesLeft: Math.round(after.secondsLeft / 60) });
  });

  test("who changes the plan at noon keeps what is done, and gets only what is left of the new budget", async () => {
    await setPlan(learner, setting, on(0));
    const done = await answerNext(0);
    const spent = (await load(0)).items[0]!.seconds;
    await setPlan(learner, { ...setting, minutesADay: 10 }, on(0, 4));
    const { plan } = await getPlan(learner, {}, on(0, 4));
    expect(plan!.items[0]).toMatchObject({ questionId: done, done: true });
    expect(plan!.secondsLeft + spent).toBeLessThanOrEqual(600);
    expect(plan!.items.filter(({ questionId }) => questionId === done)).toHaveLength(1);
  });

  test("who misses a week owes nothing: the days after are no longer than before, and reviews say why", async () => {
    await setPlan(learner, setting, on(0));
    for (let n = 0; n < 5; n++) await answerNext(0);
    const { missedDays, plan } = await getPlan(learner, {}, on(8));
    // Tuesday to the Monday after, without the Sunday off
    expect(missedDays).toBe(6);
    for (const { newSeconds, reviewSeconds } of plan!.outlook.days) expect(newSeconds + reviewSeconds).toBeLessThanOrEqual(1200);
    const reviews = plan!.outlook.days.reduce((sum, { reviewItems }) => sum + reviewItems, 0);
    expect(reviews).toBeGreaterThan(0);
  });

  test("sees no plan any more on the day itself, and none after clearing it; undoing brings it back", async () => {
    await setPlan(learner, setting, on(0));
    expect(await getPlan(learner, {}, on(30))).toMatchObject({ setting, plan: null });
    await clearPlan(learner, {}, on(1));
    expect(await getPlan(learner, {}, on(1))).toMatchObject({ setting: null, plan: null });
    expect((await practise(1)).question).toBeNull();
    await setPlan(learner, setting, on(1));
    expect((await load(1)).items.length).toBeGreaterThan(0);
  });

  test.each(["2026-03-02", "2026-02-30", "2026-13-45", "2027-06-01"])("cannot plan toward %s", async (date) => {
    await expect(setPlan(learner, { ...setting, date }, on(0))).rejects.toMatchObject({ code: "PLAN_DATE_UNFIT" });
  });

  test("has to leave at least one topic in", async () => {
    const { topics } = await getPlan(learner, {}, on(0));
    const weights = Object.fromEntries(topics.map(({ slug }) => [slug, 0]));
    await expect(setPlan(learner, { ...setting, weights }, on(0))).rejects.toMatchObject({ code: "PLAN_WITHOUT_TOPIC" });
  });

  test("is not asked in practice what an open assignment has come to withhold", async () => {
    await setPlan(learner, setting, on(0));
    const [first, second] = (await load(0)).items;
    const teacher = await makeActor(["instructor"]);
    const [classId, assignmentId] = [randomUUID(), randomUUID()];
    await pool.query(`insert into class (id, name, owner_id, join_code) values ($1, 'c', $2, $3)`, [classId, teacher.id, classId.slice(0, 8)]);
    await pool.query(`insert into class_member (class_id, user_id, role) values ($1, $2, 'learner')`, [classId, learner.id]);
    await pool.query(
      `insert into assignment (id, class_id, title, opens_at, due_at, attempts, feedback, created_by) values ($1, $2, 't', '2026-03-01', '2026-03-09', 1, 'after_due', $3)`,
      [assignmentId, classId, teacher.id],
    );
    await pool.query(`insert into assignment_item (assignment_id, position, question_id) values ($1, 1, $2)`, [assignmentId, first!.questionId]);
    expect((await practise(0)).question?.questionId).toBe(second!.questionId);
    const tomorrow = await load(1);
    const planned = [...tomorrow.items, ...tomorrow.outlook.soon.flatMap(({ items }) => items)];
    expect(planned.some(({ questionId }) => questionId === first!.questionId)).toBe(false);
  });

  test("finds the plan made again when another release of the code stored it", async () => {
    await setPlan(learner, setting, on(0));
    await load(0);
    await pool.query(`update plan_day set outlook = '{"old": 1}' where subject_id = $1`, [learner.subjectId]);
    expect((await load(0)).outlook.days).toHaveLength(30);
  });

  test("keeps the plan when the state is derived anew from the log", async () => {
    await setPlan(learner, setting, on(0));
    await setPlan(learner, { ...setting, minutesADay: 45, weights: { evaluation: 3 } }, on(0, 2));
    const read = async () => (await pool.query(`select * from study_plan order by subject_id`)).rows;
    const lived = await read();
    await pool.query(`delete from study_plan`);
    await rebuildAll();
    expect(await read()).toEqual(lived);
  });

  test("is planned for within a second, all questions and two months ahead", async () => {
    await setPlan(learner, { ...setting, date: "2026-05-01", minutesADay: 60 }, on(0));
    const cpu = process.cpuUsage();
    await load(0);
    const { user } = process.cpuUsage(cpu);
    console.info(`planning sixty days took ${Math.round(user / 1000)} ms of CPU`);
    expect(user / 1000).toBeLessThan(2000);
  });
});
