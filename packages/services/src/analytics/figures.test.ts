import { expect, test } from "vitest";
import type { BreakdownRow } from "./breakdown.repo";
import { weekOfAnswers, weekOfMastery } from "./figures";

const nameTopic = (slug: string) => ({ slug, title: slug, query: `topic:${slug}` });
const ever = (topic: string, answers: number, right: number): BreakdownRow => ({
  topic, kind: null, difficulty: null, questions: 1, answers, right, seconds: 0, reviews: 0, recalled: 0, sureAnswers: [], sureRight: [],
});

test("a week of some questions puts the topic first that moved most, and one lucky answer does not outrank ten", () => {
  const lately = [
    { topicSlug: "lucky", answers: 1, right: 1 },
    { topicSlug: "steady", answers: 10, right: 9 },
    { topicSlug: "new", answers: 4, right: 4 },
  ];
  const week = weekOfAnswers(lately, [ever("lucky", 2, 1), ever("steady", 20, 13), ever("new", 4, 4)], nameTopic);
  // lucky: 3/5 beside 2/5; steady: 11/14 beside 6/14
  expect(week.map(({ slug, before, now }) => [slug, before, now])).toEqual([["steady", 0.4, 0.9], ["lucky", 0, 1], ["new", null, 1]]);
});

test("a week of whole topics is what their mastery moved", () => {
  const change = (topicSlug: string, ratingBefore: number, ratingNow: number) => ({ topicSlug, answers: 3, right: 2, levelBefore: 1, levelNow: 2, ratingBefore, ratingNow });
  const week = weekOfMastery([change("a", 0, 0.1), change("b", 0, -1)], nameTopic);
  expect(week.map(({ slug }) => slug)).toEqual(["b", "a"]);
  expect(week[0]).toMatchObject({ before: 0.5, levels: { before: 1, now: 2 } });
});

test("a learner of one day has not fallen from what was assumed of a stranger", () => {
  const week = weekOfMastery([{ topicSlug: "a", answers: 24, right: 5, levelBefore: 0, levelNow: 1, ratingBefore: 0, ratingNow: -1.2 }], nameTopic);
  expect(week[0]).toMatchObject({ before: null, answers: 24, levels: { before: 0, now: 1 } });
});
