import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { listTopicRows } from "../course/topic.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { getHome } from "../home";
import { getNextQuestion, nextQuestionInput } from "../practice/get-next-question";
import { submitAnswer } from "../practice/submit-answer";
import { tickKeyPoints } from "../practice/tick-key-points";
import { rebuildLearner } from "../rebuild";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { findDueToday, getRetentionCosts, getReviews, previewReviewSettings, resumeCard, suspendCard, updateReviewSettings } from ".";
import { listUncompared } from "./uncompared.repo";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let learner: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
});
afterAll(() => database.close());
beforeEach(async () => {
  learner = await makeActor(["learner"], "Asia/Shanghai");
});

/** Day 0 is Monday, 2 March 2026; noon in Shanghai. */
const on = (day: number, minute = 0) => ({ clock: fixedClock(new Date(Date.UTC(2026, 2, 2 + day, 4) + minute * 60_000).toISOString()), locale: "en" as Locale });
const choice = { desiredRetention: 0.9, dailyReviews: 3, dailyNew: 0, easyDays: [1, 1, 1, 1, 1, 1, 1] as (0 | 0.5 | 1)[], fitting: true, reschedule: false };
/** All that the sample answers settle as they stand: not the variant with its own numbers, nor what waits for ticks. */
const auto = () => Object.keys(versions).filter((id) => id !== "short" && id !== "numeric");

async function answer(questionId: string, right: boolean, when: ReturnType<typeof on>) {
  const version = await getPublishedVersion(versions[questionId]!);
  const given = right ? sampleAnswers[questionId]![0]! : { kind: "blank" as const };
  const shown = right ? hideAnswer(given, disguiseOf(version, 0, instantiateVersion(version, 0))) : given;
  await submitAnswer(learner, { submissionKey: randomUUID(), versionId: version.id, seed: 0, answer: shown, confidence: 3, durationMs: 60_000 }, when);
}
/** Every question of the bank known, its card past its steps of minutes. */
async function learnAll() {
  for (const [index, id] of auto().entries()) {
    await answer(id, true, on(0, index));
    await answer(id, true, on(0, 60 + index));
  }
}
const review = (when: ReturnType<typeof on>, more: { upTo?: number; except?: string[] } = {}) =>
  getNextQuestion(learner, nextQuestionInput.parse({ dueOnly: true, ...more }), when);
const cardOf = async (questionId: string) =>
  (await pool.query(`select * from review_card where subject_id = $1 and question_id = $2`, [learner.subjectId, questionId])).rows[0];
const stateOf = async () => {
  const read = async (table: string) => (await pool.query(`select to_jsonb(t) as row from ${table} t where subject_id = $1 order by 1`, [learner.subjectId])).rows;
  return { cards: await read("review_card"), settings: await read("review_settings"), questions: await read("question_state") };
};
const expectSameAfterRebuild = async () => {
  const lived = await stateOf();
  await rebuildLearner(learner.subjectId);
  expect(await stateOf()).toEqual(lived);
};

test("a learner's wish decides when a later answer comes back, and the log gives the same cards again", async () => {
  await answer("single", true, on(0));
  await updateReviewSettings(learner, { ...choice, desiredRetention: 0.75 }, on(0, 5));
  await answer("single", true, on(0, 20));
  await answer("single", true, on(9));
  const relaxed = await cardOf("single");
  const strict = await makeActor();
  const me = learner;
  learner = strict;
  for (const when of [on(0), on(0, 20), on(9)]) await answer("single", true, when);
  expect(relaxed.due.getTime()).toBeGreaterThan((await cardOf("single")).due.getTime());
  learner = me;
  await expectSameAfterRebuild();
});

test("a wish alone leaves due dates; with the box ticked all of them move, as the preview said", async () => {
  await learnAll();
  const before = await stateOf();
  await updateReviewSettings(learner, { ...choice, desiredRetention: 0.97 }, on(1));
  expect((await stateOf()).cards).toEqual(before.cards);
  const wanted = { ...choice, desiredRetention: 0.7, reschedule: true };
  const { before: now, after } = await previewReviewSettings(learner, wanted, on(3));
  expect(now.dueToday).toBeGreaterThan(0);
  expect(after.dueToday).toBe(0);
  expect(after.minutesADay).toBeLessThan(now.minutesADay);
  await updateReviewSettings(learner, wanted, on(3));
  expect((await review(on(3))).question).toBeNull();
  await expectSameAfterRebuild();
});

test("what a retention costs is what the preview says of it, and the highest costs most", async () => {
  await learnAll();
  const { days, costs } = await getRetentionCosts(learner, {}, on(3));
  expect(days).toBe(30);
  expect(costs.map(({ retention }) => retention)).toEqual([0.8, 0.85, 0.9, 0.95]);
  // a low retention is not always the cheapest: what is forgotten is asked twice
  expect(Math.max(...costs.map(({ minutesADay }) => minutesADay))).toBe(costs[3]!.minutesADay);
  const { after } = await previewReviewSettings(learner, { ...choice, desiredRetention: 0.95, reschedule: true }, on(3));
  expect(after.minutesADay).toBeCloseTo(costs[3]!.minutesADay, 9);
});

test("pressing save twice writes one event, and a wish outside of the range is refused", async () => {
  await updateReviewSettings(learner, choice, on(0));
  await updateReviewSettings(learner, choice, on(0, 1));
  const { rows } = await pool.query(`select 1 from learner_event where subject_id = $1 and kind = 'review_settings_changed'`, [learner.subjectId]);
  expect(rows).toHaveLength(1);
});

test("the day holds its limit, says what waits, and gives ten more when asked", async () => {
  await learnAll();
  await updateReviewSettings(learner, choice, on(20));
  expect(await findDueToday(learner, on(20).clock.now())).toEqual({ count: 3, again: 0, minutes: 3, waiting: auto().length - 3, uncompared: 0, replies: 0, done: 0, limit: 3 });
  const asked: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { question, day } = await review(on(20, n), { except: asked });
    expect(day).toEqual({ limit: 3, done: n, waiting: auto().length - 3 });
    await answer(question!.questionId, true, on(20, n));
    asked.push(question!.questionId);
  }
  expect(new Set(asked).size).toBe(3);
  const full = await review(on(20, 5), { except: asked });
  expect(full).toMatchObject({ question: null, due: 0, day: { limit: 3, done: 3, waiting: auto().length - 3 } });
  const more = await review(on(20, 6), { except: asked, upTo: 13 });
  expect(more.question).not.toBeNull();
  expect(more.due).toBe(auto().length - 3);
  // the next calendar day of the learner, not of UTC
  expect((await review(on(21))).question).not.toBeNull();
});

test("after a break the pile is spread over days and the learner is told when it is level", async () => {
  await learnAll();
  await updateReviewSettings(learner, { ...choice, dailyReviews: 2 }, on(40));
  const { today, levelIn, forecast, cards } = await getReviews(learner, {}, on(40));
  expect(cards).toBe(auto().length);
  expect(today).toMatchObject({ count: 2, waiting: auto().length - 2, done: 0, limit: 2, weight: 1 });
  expect(forecast).toHaveLength(30);
  expect(forecast[0]).toMatchObject({ date: "2026-04-11", due: auto().length });
  for (const { reviews } of forecast) expect(reviews).toBeLessThanOrEqual(2 + 1e-9);
  expect(levelIn).toBeGreaterThanOrEqual(Math.ceil(auto().length / 2) - 1);
});

test("a free day asks for nothing and forbids nothing", async () => {
  await learnAll();
  await updateReviewSettings(learner, { ...choice, easyDays: [0, 1, 1, 1, 1, 0.5, 1] }, on(20));
  expect(await findDueToday(learner, on(21).clock.now())).toMatchObject({ count: 0, limit: 0, waiting: auto().length });
  expect((await getReviews(learner, {}, on(21))).today).toMatchObject({ weight: 0, count: 0 });
  expect((await review(on(21))).question).toBeNull();
  expect((await review(on(21), { upTo: 10 })).question).not.toBeNull();
  expect((await findDueToday(learner, on(26).clock.now())).limit).toBe(2);
});

test("an answer forgotten in a review comes back in the same sitting, counted once, and not twice in a row", async () => {
  await learnAll();
  await updateReviewSettings(learner, { ...choice, dailyReviews: 1 }, on(20));
  const { question } = await review(on(20));
  await answer(question!.questionId, false, on(20));
  expect((await review(on(20, 5), { except: [question!.questionId] })).question).toBeNull();
  const again = await review(on(20, 15), { except: [question!.questionId] });
  expect(again.question?.questionId).toBe(question!.questionId);
  expect(again.day).toMatchObject({ limit: 1, done: 1 });
  const { today, forecast } = await getReviews(learner, {}, on(20, 15));
  expect(today).toMatchObject({ count: 1, again: 1, done: 1, limit: 1, waiting: auto().length - 1 });
  expect(forecast[0]).toMatchObject({ reviews: 1, waiting: auto().length - 1 });
});

test("a short answer that was left before it was compared is found again, until it is compared or withheld", async () => {
  const version = await getPublishedVersion(versions.short!);
  const given = { submissionKey: randomUUID(), versionId: version.id, seed: 0, answer: { kind: "short-answer" as const, text: "something else" }, confidence: 3 as const, durationMs: 60_000 };
  const { submissionId } = await submitAnswer(learner, given, on(0));
  const other = await makeActor(["learner"], "Asia/Shanghai");
  expect((await getHome(learner, {}, on(1))).uncompared).toBe(1);
  expect((await getHome(other, {}, on(1))).uncompared).toBe(0);
  const { uncompared } = await getReviews(learner, {}, on(1));
  expect(uncompared).toMatchObject([{ submissionId, topic: { slug: version.topicSlug } }]);
  expect(uncompared[0]!.stemHtml).not.toBe("");
  expect(await listUncompared(learner.subjectId, [version.questionId])).toEqual([]);
  expect(await findDueToday(learner, on(1).clock.now(), Promise.resolve([version.questionId]))).toMatchObject({ uncompared: 0 });

  await tickKeyPoints(learner, { submissionId, ticked: [] }, on(1));
  expect((await getHome(learner, {}, on(1, 1))).uncompared).toBe(0);
  expect((await getReviews(learner, {}, on(1, 1))).uncompared).toEqual([]);
});

test("a question that is forgotten again and again is shown with its misconception, can be set aside and taken up", async () => {
  for (let day = 0; day < 40; day += 4) {
    await answer("single", true, on(day));
    await answer("single", true, on(day, 30));
    await answer("single", false, on(day + 2));
    await answer("single", true, on(day + 2, 30));
  }
  const { leeches } = await getReviews(learner, {}, on(60));
  expect(leeches).toMatchObject([{ questionId: "single", topic: { slug: "sample" }, lastSubmission: expect.any(String) }]);
  expect(leeches[0]!.lapses).toBeGreaterThanOrEqual(6);
  const due = async () => (await listTopicRows(learner, on(60).clock.now()))[0]!.due;
  expect(await due()).toBe(1);

  await suspendCard(learner, { questionId: "single" }, on(60));
  await suspendCard(learner, { questionId: "single" }, on(60, 1));
  const aside = await getReviews(learner, {}, on(60, 2));
  expect(aside).toMatchObject({ leeches: [], setAside: [{ questionId: "single" }], cards: 0 });
  expect((await review(on(60, 3))).question).toBeNull();
  expect(await due()).toBe(0);
  for (let n = 0; n < 12; n++) {
    const { question } = await getNextQuestion(learner, nextQuestionInput.parse({ topic: "sample" }), on(60, 4 + n));
    expect(question!.questionId).not.toBe("single");
  }
  await expectSameAfterRebuild();
  await resumeCard(learner, { questionId: "single" }, on(61));
  expect((await review(on(61, 1))).question?.questionId).toBe("single");
  await expectSameAfterRebuild();
});

test("nobody sets a stranger's card aside", async () => {
  await answer("single", true, on(0));
  const stranger = await makeActor();
  await expect(suspendCard(stranger, { questionId: "single" }, on(1))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(resumeCard(learner, { questionId: "no-such" }, on(1))).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a learner who could not answer minutes ago is told apart from one who is about to forget", async () => {
  await answer("single", false, on(0));
  expect(await findDueToday(learner, on(0, 5).clock.now())).toMatchObject({ count: 1, again: 1 });
  expect((await getHome(learner, {}, on(0, 5))).next).toEqual({ kind: "review", due: 1, again: 1, minutes: 1 });
  expect((await getHome(learner, {}, on(2))).next).toMatchObject({ kind: "review", due: 1, again: 0 });
});
