import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { questionSpec } from "@tidao/grading";
import { fixedClock, type Locale } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { versionContent } from "../bank/version-row";
import { insertVersion } from "../bank/version.repo";
import { getPath, listTopics, setPathDeadline, startPath } from "../course";
import { getHome } from "../home";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { submitAnswer } from "../practice/submit-answer";
import { createSet, updateSet } from "../sets";
import { makeActor } from "../testing";
import { before, newAssignment } from "../testing/class-work";
import { getOverview, getResult, getSkipTest, startTest, submitTestAnswer, type TestState, unskipTopic } from ".";
import { finishPlacement } from "./finish-placement";
import { getOwnTest } from "./test.repo";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const context = { clock: fixedClock("2026-03-05T10:00:00Z"), locale: "en" as Locale };
const text = (word: string) => ({ zh: word, en: word });
const choice = (id: string, correct = false) => ({ id, text: text(id), correct, why: text("because") });
/** A chain of topics and one with an easy question only. */
const topics = { base: [], middle: ["base"], top: ["middle"], easy: ["top"] } as const;

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let learner: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  await pool.query(`insert into source (id, body, source_hash) values ('src', '{"authors":"A","year":2020,"title":"T"}', 'h')`);
  for (const [index, [slug, prerequisites]] of Object.entries(topics).entries()) {
    const objectives = [1, 2, 3].map((n) => ({ id: `${slug}-o${n}`, text: text(`Objective ${n}`) }));
    await pool.query(`insert into topic (slug, number, area, body, prerequisites, source_hash) values ($1, $2, 'data', $3, $4, 'h')`, [
      slug, index + 1, { title: text(slug), summary: text(slug), objectives, misconceptions: [] }, prerequisites,
    ]);
    for (let n = 0; n < (slug === "easy" ? 1 : 12); n++) {
      const id = `${slug}-${n}`;
      const interaction = { kind: "single-choice", choices: [choice("a", true), choice("b"), choice("c"), choice("d")] };
      const content = await versionContent(
        questionSpec.parse({
          stem: text(id), difficulty: slug === "easy" ? 1 : 2 + (n % 4), expectedSeconds: 60, objective: `${slug}-o${1 + (n % 3)}`, sources: ["src"], solution: text("so"), hints: [], interaction,
        }),
      );
      await pool.query(`insert into question (id, topic_slug, kind) values ($1, $2, 'single-choice')`, [id, slug]);
      const version = await insertVersion(pool, { questionId: id, topicSlug: slug, number: 1, status: "published", content, origin: "import", authorId: null, note: null, correctsVersionId: null, at: new Date() });
      await pool.query(`update question set published_version_id = $2 where id = $1`, [id, version]);
    }
  }
  const steps = Object.keys(topics).map((topic) => ({ topic, reason: text("why") }));
  for (const slug of ["whole", "other"])
    await pool.query(`insert into path (slug, position, body, source_hash) values ($1, 1, $2, 'h')`, [
      slug, { title: text(slug), summary: text("s"), audience: text("a"), hours: 8, steps: slug === "whole" ? steps : steps.slice(1, 2), closing: text("c") },
    ]);
});
afterAll(() => database.close());
beforeEach(async () => {
  learner = await makeActor();
});

async function inputFor({ testId, item }: TestState, right: boolean) {
  const { question, position } = item!;
  const version = await getPublishedVersion(question.versionId);
  const answer = hideAnswer({ kind: "single-choice", choiceId: right ? "a" : "b" }, disguiseOf(version, question.seed, instantiateVersion(version, question.seed)));
  return { testId, position, versionId: question.versionId, answer, confidence: 3, durationMs: 9000 };
}
async function takeTest(topic: string | null, knows: (topic: string) => boolean, { most = 30, on = context } = {}): Promise<TestState> {
  let state = await startTest(learner, { topic }, on);
  for (let n = 0; state.item && n < most; n++)
    state = await submitTestAnswer(learner, await inputFor(state, knows(state.item.question.topicSlug)), on);
  return state;
}
/** An assignment of the learner's class that is open now holds these questions. */
async function hold(...questionIds: string[]): Promise<void> {
  const teacher = await makeActor(["instructor"]);
  const { id: setId } = await createSet(teacher, { title: "One question" }, before);
  await updateSet(teacher, { setId, items: questionIds.map((questionId) => ({ questionId, points: 1, pin: false })) }, before);
  await newAssignment(teacher, setId, [learner]);
}
const stateOf = async (slug: string) => (await listTopics(learner, {}, context)).find((t) => t.slug === slug)!;
const submissions = async () => (await pool.query(`select context, confidence from submission where subject_id = $1`, [learner.subjectId])).rows;

describe("a placement", () => {
  test("asks at most 25 questions, tells nothing meanwhile, sets levels and explains them", async () => {
    const begun = await startTest(learner, { topic: null }, context);
    expect(JSON.stringify(begun)).not.toMatch(/verdict|correct/);
    const state = await takeTest(null, (topic) => topic !== "easy");
    expect([state.finished, state.item]).toEqual([true, null]);
    expect(state.answered).toBeLessThanOrEqual(25);
    const result = await getResult(learner, {}, context);
    expect(result.questions).toBe(state.answered);
    const levels = new Map([...result.asked, ...result.inferred].map((t) => [t.topic.slug, t.level]));
    for (const { topic, level } of result.asked) expect((await stateOf(topic.slug)).level).toBe(level);
    expect(levels.get("middle") ?? 0).toBeGreaterThanOrEqual(2);
    for (const inferred of result.inferred) expect(inferred.because.length).toBeGreaterThan(0);
    expect(new Set((await submissions()).map((row) => row.context))).toEqual(new Set(["placement"]));
    expect(result.ended).toBe(state.answered < 25 ? "sure" : "longest");
    const held = new Set([...levels].filter(([, level]) => level >= 2).map(([slug]) => slug));
    for (const { slug } of result.ready) expect(held).not.toContain(slug);
  });
  test("of someone who knows nothing ends sooner and opens nothing", async () => {
    const state = await takeTest(null, () => false);
    expect(state.finished).toBe(true);
    expect((await getHome(learner, {}, context)).placed).toBe(true);
    const result = await getResult(learner, {}, context);
    expect(result.inferred).toEqual([]);
    for (const { level } of result.asked) expect(level).toBe(1);
    // what was asked is begun by that; it is still where to start
    expect(result.ready.map(({ slug }) => slug)).toContain("base");
    for (const { slug } of result.ready) expect(["base"]).toContain(slug);
    expect((await stateOf("top")).state).not.toBe("mastered");
  });
  test("that was left goes on where it was, with the same question", async () => {
    const left = await takeTest(null, () => true, { most: 2 });
    expect(await getOverview(learner, {})).toMatchObject({ open: { answered: 2 }, lastFinishedAt: null });
    const nextAt = async (hours: number) => (await getHome(learner, {}, { ...context, clock: fixedClock(new Date(Date.parse("2026-03-05T10:00:00Z") + hours * 3600_000).toISOString()) })).next;
    // also before its own answers come back as reviews; after two days it no longer stands in the way
    expect(await nextAt(0)).toEqual({ kind: "placement", answered: 2, most: 25 });
    expect((await nextAt(47)).kind).toBe("placement");
    expect((await nextAt(49)).kind).toBe("review");
    const back = await startTest(learner, { topic: null }, context);
    expect(back).toEqual(left);
    expect((await getHome(learner, {}, context)).placed).toBe(false);
  });
  test("counts an answer once, however often it is sent, and after the test has gone on", async () => {
    const state = await startTest(learner, { topic: null }, context);
    const input = await inputFor(state, true);
    const [first, again] = await Promise.all([submitTestAnswer(learner, input, context), submitTestAnswer(learner, input, context)]);
    expect(again.answered).toBe(first.answered);
    expect(await submitTestAnswer(learner, input, context)).toEqual(first);
    expect(await submissions()).toHaveLength(1);
  });
  test("replaces a question that can no longer be asked", async () => {
    const state = await startTest(learner, { topic: null }, context);
    const { questionId } = state.item!.question;
    const { rows } = await pool.query(`update question set published_version_id = null where id = $1 returning (select id from question_version where question_id = $1) as version`, [questionId]);
    const back = await startTest(learner, { topic: null }, context);
    await pool.query(`update question set published_version_id = $2 where id = $1`, [questionId, rows[0].version]);
    expect(back.item!.question.questionId).not.toBe(questionId);
    expect(back.item!.position).toBe(1);
  });
  test("goes on with another question where an assignment takes the one in hand: its answer is not stored, and nobody is stuck", async () => {
    const state = await startTest(learner, { topic: null }, context);
    const input = await inputFor(state, true);
    await hold(state.item!.question.questionId);
    const next = await submitTestAnswer(learner, input, context);
    expect(next).toMatchObject({ testId: state.testId, answered: 0, item: { position: 1 } });
    expect(next.item!.question.questionId).not.toBe(state.item!.question.questionId);
    expect(await submissions()).toEqual([]);
    // the old page presses once more, and is shown the same
    expect(await submitTestAnswer(learner, input, context)).toEqual(next);
  });
  test("that ends because assignments hold all that is left counts what was answered", async () => {
    const state = await startTest(learner, { topic: null }, context);
    const after = await submitTestAnswer(learner, await inputFor(state, true), context);
    const { rows } = await pool.query<{ id: string }>(`select id from question where id <> $1`, [state.item!.question.questionId]);
    await hold(...rows.map(({ id }) => id));
    expect(await submitTestAnswer(learner, await inputFor(after, true), context)).toMatchObject({ finished: true, answered: 1 });
    expect((await getResult(learner, {}, context)).questions).toBe(1);
  });
  test("sets what only follows from others where the learner has no answers of their own by then", async () => {
    const { testId } = await startTest(learner, { topic: null }, context);
    const { rows } = await pool.query<{ version: string }>(`select published_version_id as version from question where id = 'base-0'`);
    const seed = 0;
    const version = await getPublishedVersion(rows[0]!.version);
    const wrong = hideAnswer({ kind: "single-choice", choiceId: "b" }, disguiseOf(version, seed, instantiateVersion(version, seed)));
    await submitAnswer(learner, { submissionKey: randomUUID(), versionId: version.id, seed, answer: wrong, confidence: null, durationMs: 9000 }, context);
    const ratings = async () => Object.fromEntries((await pool.query(`select topic_slug, rating from topic_mastery where subject_id = $1`, [learner.subjectId])).rows.map((r) => [r.topic_slug, r.rating]));
    const held = await ratings();
    const right = { versionId: version.id, questionId: "top-0", seed, submissionKey: randomUUID(), topic: "top", objective: "top-o1", kind: "single-choice" as const, guess: 0.25 };
    const answered = Array.from({ length: 8 }, (_, n) => ({ ...right, position: n + 1, answer: { submissionId: randomUUID(), verdict: "right" as const, blank: false, score: 1, difficulty: 1 } }));
    await inTransaction(async (connection) =>
      finishPlacement(connection, learner, await getOwnTest(learner.subjectId, testId, connection), answered, context.clock.now()),
    );
    const { inferred } = await getResult(learner, {}, context);
    expect(inferred.map(({ topic }) => topic.slug)).toEqual(["middle"]);
    expect((await ratings()).base).toBe(held.base);
  });
  test("tells nothing of an answer while an assignment with its question is open", async () => {
    await takeTest(null, () => true);
    const all = (await getResult(learner, {}, context)).asked.flatMap(({ answers }) => answers);
    const { rows } = await pool.query<{ id: string; question: string }>(`select id, question_id as question from submission where subject_id = $1 order by seq limit 1`, [learner.subjectId]);
    await hold(rows[0]!.question);
    const told = (await getResult(learner, {}, context)).asked.flatMap(({ answers }) => answers);
    expect(told).toEqual(all.filter(({ submissionId }) => submissionId !== rows[0]!.id));
    expect(told).toHaveLength(all.length - 1);
  });
  test("of another learner does not exist", async () => {
    const state = await startTest(learner, { topic: null }, context);
    const stranger = await makeActor();
    await expect(submitTestAnswer(stranger, await inputFor(state, true), context)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getResult(stranger, {}, context)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
  test("may be done again later, and a level that it set can go down", async () => {
    await takeTest(null, () => true);
    const before = (await getResult(learner, {}, context)).asked[0]!;
    expect(before.level).toBeGreaterThanOrEqual(2);
    const later = { ...context, clock: fixedClock("2026-04-05T10:00:00Z") };
    await takeTest(null, () => false, { on: later });
    const after = await getResult(learner, {}, later);
    expect(after.finishedAt).toBe("2026-04-05T10:00:00.000Z");
    for (const t of after.asked) expect(t.level).toBeLessThanOrEqual(Math.max(1, t.before));
  });
  test("sets a level that the next right answer does not take away", async () => {
    await takeTest(null, () => true);
    const { topic, level } = (await getResult(learner, {}, context)).asked.find((t) => t.level >= 2)!;
    const state = await startTest(learner, { topic: topic.slug }, context);
    await submitTestAnswer(learner, await inputFor(state, true), context);
    expect((await stateOf(topic.slug)).level).toBe(level);
  });
});

describe("the test by which a topic is skipped", () => {
  test("passed: the topic is skipped, opens what builds on it and is done on every path", async () => {
    await startPath(learner, { slug: "whole" }, context);
    await startPath(learner, { slug: "other" }, context);
    expect((await stateOf("top")).state).toBe("not-ready");
    const state = await takeTest("middle", () => true);
    expect(state.finished).toBe(true);
    expect(state.answered).toBeLessThanOrEqual(8);
    expect((await stateOf("middle")).state).toBe("skipped");
    expect((await stateOf("top")).state).toBe("ready");
    const path = await getPath(learner, { slug: "whole" }, context);
    expect(path.steps[1]).toMatchObject({ done: true, alsoIn: [{ slug: "other" }] });
    expect((await getPath(learner, { slug: "other" }, context)).path).toMatchObject({ done: 1, resume: null });
    expect((await getSkipTest(learner, { topic: "middle" }, context)).last).toMatchObject({ passed: true });

    await unskipTopic(learner, { topic: "middle" }, context);
    await unskipTopic(learner, { topic: "middle" }, context);
    expect((await stateOf("middle")).state).toBe("in-progress");
    expect((await pool.query(`select 1 from learner_event where subject_id = $1 and kind = 'topic_unskipped'`, [learner.subjectId])).rowCount).toBe(1);
  });
  test("failed: nothing is skipped, and it says which objectives were missing", async () => {
    await takeTest("middle", () => false);
    expect((await stateOf("middle")).state).toBe("in-progress");
    const { last, open } = await getSkipTest(learner, { topic: "middle" }, context);
    expect(open).toBeNull();
    expect(last).toMatchObject({ passed: false, right: 0 });
    expect(last!.missing.map(({ objective }) => objective)).toEqual(["middle-o1", "middle-o2", "middle-o3"]);
  });
  test("failed: may be taken again after a day, and not until chance passes it", async () => {
    await takeTest("middle", () => false);
    const { againAt, last } = await getSkipTest(learner, { topic: "middle" }, context);
    expect(againAt).toBe(new Date(Date.parse(last!.finishedAt) + 86_400_000).toISOString());
    await expect(startTest(learner, { topic: "middle" }, context)).rejects.toMatchObject({ code: "TEST_TOO_SOON", params: { againAt } });
    const tomorrow = { ...context, clock: fixedClock(againAt!) };
    expect((await getSkipTest(learner, { topic: "middle" }, tomorrow)).againAt).toBeNull();
    expect((await startTest(learner, { topic: "middle" }, tomorrow)).item).not.toBeNull();
  });
  test("tells nothing of an answer while an assignment with its question is open", async () => {
    await takeTest("middle", () => true);
    const { rows } = await pool.query<{ id: string; question: string }>(`select id, question_id as question from submission where subject_id = $1 order by seq limit 1`, [learner.subjectId]);
    await hold(rows[0]!.question);
    const { last } = await getSkipTest(learner, { topic: "middle" }, context);
    expect(last!.answers.map(({ submissionId }) => submissionId)).not.toContain(rows[0]!.id);
    expect(last!.answers).toHaveLength(last!.questions - 1);
  });
  test("is not passed on one answer when an assignment takes all other questions", async () => {
    const state = await startTest(learner, { topic: "middle" }, context);
    const { rows } = await pool.query<{ id: string }>(`select id from question where topic_slug = 'middle' and id <> $1`, [state.item!.question.questionId]);
    await hold(...rows.map(({ id }) => id));
    const after = await submitTestAnswer(learner, await inputFor(state, true), context);
    expect(after).toMatchObject({ finished: true, answered: 1 });
    expect((await stateOf("middle")).state).not.toBe("skipped");
  });
  test("asks nothing easy, and about every objective", async () => {
    let state = await startTest(learner, { topic: "base" }, context);
    const asked: { difficulty: number; objective: string }[] = [];
    while (state.item) {
      asked.push(state.item.question);
      state = await submitTestAnswer(learner, await inputFor(state, asked.length % 2 === 0), context);
    }
    expect(asked.every(({ difficulty }) => difficulty >= 3)).toBe(true);
    expect(new Set(asked.map(({ objective }) => objective)).size).toBe(3);
  });
  test("is not offered where too few questions could decide it", async () => {
    expect((await getSkipTest(learner, { topic: "easy" }, context)).possible).toBe(false);
    await expect(startTest(learner, { topic: "easy" }, context)).rejects.toMatchObject({ code: "TEST_NOT_POSSIBLE" });
    await expect(getSkipTest(learner, { topic: "nowhere" }, context)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a deadline of a path", () => {
  const deadline = async () => (await getPath(learner, { slug: "whole" }, context)).path.deadline;
  test("says what it asks for a day, and can be taken off", async () => {
    await expect(setPathDeadline(learner, { slug: "whole", date: "2026-03-20" }, context)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await startPath(learner, { slug: "whole" }, context);
    expect(await deadline()).toBeNull();
    await setPathDeadline(learner, { slug: "whole", date: "2026-03-06" }, context);
    expect(await deadline()).toEqual({ date: "2026-03-06", daysLeft: 2, stepsLeft: 4, minutesPerDay: 240, verdict: "intense" });
    await setPathDeadline(learner, { slug: "whole", date: null }, context);
    expect(await deadline()).toBeNull();
  });
  test("cannot lie in the past", async () => {
    await startPath(learner, { slug: "whole" }, context);
    await expect(setPathDeadline(learner, { slug: "whole", date: "2026-03-04" }, context)).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });
});
