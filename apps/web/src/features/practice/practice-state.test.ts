import { expect, test } from "vitest";
import { alreadyAsked, type Next, practise, type Session, type Submission } from "./practice-state";

const question = {
  questionId: "q1",
  versionId: "v",
  seed: 0,
  shown: { kind: "short-answer", stem: "", hintsAvailable: 0 },
} as unknown as NonNullable<Next["question"]>;
const next: Next = { question, reason: "new", total: 3, seen: 1, due: 0 };
const begun: Session = { round: null, answered: [], seen: 0, total: 0 };
const shown = practise(begun, { type: "shown", next, empty: () => null });
const answer = { kind: "blank" } as const;
const submission = (verdict: string) => ({ feedback: { verdict } }) as unknown as Submission;

test("a new question comes without an answer, a confidence or hints", () => {
  expect(shown.round).toMatchObject({ answer: null, confidence: null, hints: [], submission: null });
});
test("after feedback nothing that was handed in can be changed", () => {
  const graded = practise(shown, { type: "graded", submission: submission("wrong"), answer });
  expect(practise(graded, { type: "changed", answer: { kind: "numeric", text: "1" } })).toBe(graded);
  expect(practise(graded, { type: "sure", confidence: 4 })).toBe(graded);
});
test("a short answer that was settled counts by its final verdict, once", () => {
  const pending = practise(shown, { type: "graded", submission: submission("pending"), answer });
  const settled = practise(pending, { type: "settled", submission: submission("right") });
  expect(settled.answered).toEqual([{ questionId: "q1", right: true }]);
});
test("what was answered is not asked again", () => {
  const graded = practise(shown, { type: "graded", submission: submission("right"), answer });
  expect(alreadyAsked(practise(graded, { type: "graded", submission: submission("right"), answer }))).toEqual(["q1"]);
});
