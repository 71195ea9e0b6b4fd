import { expectedScore, prerequisiteCredit } from "@tidao/measurement";
import { describe, expect, test } from "vitest";
import type { CountedAnswer } from "./counted-answer";
import { foldAnswer, foldSettled, type LearnerSlice } from "./fold";

const empty: LearnerSlice = { prerequisites: {} };
const answer = (over: Partial<CountedAnswer> = {}): CountedAnswer => ({
  submissionId: "s1", questionId: "q", topicSlug: "t", objectiveId: "o", verdict: "right", points: 1, misconceptions: [], confidence: 3, rating: 3,
  itemDifficulty: 0, guess: 0, prerequisites: ["p"], previous: { topicSlug: "other", objectiveId: "x" }, submittedAt: new Date("2026-03-01T08:00:00Z"),
  localDate: "2026-03-01", durationMs: 30_000, ...over,
});
const inTurn = (answers: Partial<CountedAnswer>[], from = empty) => answers.reduce<LearnerSlice>((slice, over) => ({ ...slice, ...foldAnswer(slice, answer(over)) }), from);
const sameTopic = { previous: { topicSlug: "t", objectiveId: "o" } };

describe("levels", () => {
  test("a learner who practises one topic in a block stays at started, however much is right", () => {
    const { topic, objective } = inTurn(Array.from({ length: 12 }, () => sameTopic));
    expect([topic?.level, objective?.level]).toEqual([1, 1]);
    expect(topic?.rating).toBeGreaterThan(1.7);
  });
  test("one right answer that comes after another topic shows what the block has built", () => {
    const block = inTurn(Array.from({ length: 12 }, () => sameTopic));
    expect(foldAnswer(block, answer()).topic?.level).toBe(4);
  });
  test("another objective of the same topic raises the objective and not the topic", () => {
    const { topic, objective } = inTurn(Array.from({ length: 6 }, () => ({ previous: { topicSlug: "t", objectiveId: "x" } })));
    expect([topic?.level, objective?.level]).toEqual([1, 3]);
  });
  test("a level falls in any practice", () => {
    const high = inTurn(Array.from({ length: 12 }, () => ({})));
    expect(high.topic?.level).toBe(4);
    expect(inTurn(Array.from({ length: 3 }, () => ({ ...sameTopic, verdict: "wrong" as const, points: 0, rating: 1 as const })), high).topic?.level).toBeLessThan(4);
  });
});

describe("credit to prerequisites", () => {
  test("by hand: a right answer to an open item moves an untouched prerequisite by a quarter of a half", () => {
    const { prerequisites } = foldAnswer(empty, answer());
    expect(prerequisites.p).toMatchObject({ rating: 0.125, answers: 0, level: 0 });
  });
  test("a wrong answer takes nothing from it, and one that knows more gains nothing", () => {
    expect(foldAnswer(empty, answer({ verdict: "wrong", points: 0, rating: 1 })).prerequisites).toEqual({});
    const strong = { rating: 6, answers: 30 };
    expect(expectedScore({ rating: 6, difficulty: 0, guess: 0 })).toBeGreaterThan(0.99);
    expect(prerequisiteCredit(strong, { score: 1, difficulty: 0, guess: 0 })).toBe(0);
  });
});

describe("what a question's state sums up", () => {
  test("answers, right ones, time and confidence, and the misconception that the latest answer showed", () => {
    const { question } = inTurn([{ confidence: 4 }, { verdict: "wrong", points: 0, rating: 1, confidence: 4, misconceptions: ["m"] }, { verdict: "partial", points: 0.5, rating: 2, confidence: null }]);
    expect(question).toMatchObject({
      answers: 3, right: 1, microPoints: 1_500_000, seconds: 90, confidenceAnswers: [0, 0, 0, 2], confidenceRight: [0, 0, 0, 1], lastVerdict: "partial", lastMisconceptions: [],
    });
  });
  test("a pending answer is activity only; settled, it is as if it had been settled at once", () => {
    const pending = answer({ verdict: "pending", points: 0.5, rating: null });
    const before = foldAnswer(empty, pending);
    expect(before.question).toMatchObject({ answers: 1, right: 0, confidenceAnswers: [0, 0, 0, 0] });
    const settled = foldSettled(before, answer(), 0.5);
    const atOnce = foldAnswer(empty, answer());
    expect(settled).toEqual(atOnce);
  });
});

describe("the days of a question", () => {
  const on = (date: string, over: Partial<CountedAnswer> = {}) => ({ localDate: date, submittedAt: new Date(`${date}T08:00:00Z`), ...over });
  test("hold the same sums as the question, day by day", () => {
    const wrong = { verdict: "wrong" as const, points: 0, rating: 1 as const };
    const { question } = inTurn([on("2026-03-01", { rating: 4 }), on("2026-03-01", { rating: 4 }), on("2026-03-12", { ...wrong, durationMs: 9000 })]);
    expect(question?.days).toMatchObject([
      { date: "2026-03-01", answers: 2, right: 2, seconds: 60, reviews: 0, expectedMicro: 0 },
      { date: "2026-03-12", answers: 1, right: 0, seconds: 9, reviews: 1, recalled: 0 },
    ]);
    expect(question).toMatchObject({ answers: 3, right: 2, seconds: 69, reviews: 1 });
  });
  test("keep their order when an answer of an earlier day is told later", () => {
    const { question } = inTurn([on("2026-03-04"), on("2026-03-09"), on("2026-03-04"), on("2026-03-02"), on("2026-03-06")]);
    expect(question?.days.map(({ date, answers }) => [date, answers])).toEqual([["2026-03-02", 1], ["2026-03-04", 2], ["2026-03-06", 1], ["2026-03-09", 1]]);
  });
  test("a pending answer that is settled later is right on the day on which it was given", () => {
    const before = inTurn([on("2026-03-01", { verdict: "pending", points: 0.5, rating: null }), on("2026-03-03", { verdict: "wrong", points: 0, rating: 1 })]);
    const settled = foldSettled(before, answer(on("2026-03-01")), 0.5);
    expect(settled.question?.days.map(({ answers, right, seconds }) => [answers, right, seconds])).toEqual([[1, 1, 30], [1, 0, 30]]);
  });
});

describe("true retention", () => {
  const day = (n: number) => ({ submittedAt: new Date(Date.UTC(2026, 2, n, 8)), localDate: `2026-03-${String(n).padStart(2, "0")}` });
  const learned = inTurn([{ ...day(1), rating: 4 }]);
  test("counts answers to learned cards after a day or more, with the recall that was predicted", () => {
    const { day: counted, question } = foldAnswer({ ...learned, day: undefined }, answer({ ...day(9), rating: 3 }));
    expect(counted).toMatchObject({ reviews: 1, recalled: 1 });
    expect(counted!.expectedMicro).toBeGreaterThan(800_000);
    expect(counted!.expectedMicro).toBeLessThan(1_000_000);
    expect(question).toMatchObject({ reviews: 1, recalled: 1 });
    expect(foldAnswer(learned, answer({ ...day(9), verdict: "wrong", points: 0, rating: 1 })).day).toMatchObject({ reviews: 1, recalled: 0 });
  });
  test("another go on the same day is practice and no review", () => {
    expect(foldAnswer(learned, answer({ ...day(1), rating: 3 })).day).toMatchObject({ reviews: 0, answers: 2 });
  });
});
