import { expect, test } from "vitest";
import {
  type Action,
  alreadyAsked,
  isSomethingForgotten,
  newSession,
  type Next,
  practise,
  type Session,
  seenOf,
  sittingOf,
  throughOf,
  type Submission,
} from "./practice-state";

const question = {
  questionId: "q1",
  versionId: "v",
  seed: 0,
  shown: { kind: "short-answer", stem: "", hintsAvailable: 0 },
} as unknown as NonNullable<Next["question"]>;
const next: Next = { question, reason: "new", total: 3, seen: 1, due: 0, day: null };
const whyNow = { code: "first" } as unknown as NonNullable<Next["whyNow"]>;
const after = (session: Session, ...actions: Action[]) => actions.reduce(practise, session);
const shown = after(newSession, { type: "shown", next, key: "k1", empty: () => null });
const words = (text: string) => ({ kind: "short-answer", text }) as const;
const submission = (verdict: string | null, submissionId = "s1") =>
  ({ submissionId, feedback: verdict && { verdict } }) as unknown as Submission;

test("a new question comes without an answer, a confidence or hints, and with a key of its own", () => {
  expect(shown.round).toMatchObject({
    key: "k1",
    answer: null,
    confidence: null,
    hints: [],
    sent: null,
    submission: null,
  });
});
test("what is on its way can be sent again but not changed", () => {
  const sent = after(shown, { type: "changed", answer: words("one") }, { type: "sent", answer: words("one") });
  expect(after(sent, { type: "changed", answer: words("two") })).toBe(sent);
  expect(after(sent, { type: "sure", confidence: 4 })).toBe(sent);
  expect(after(sent, { type: "sent", answer: words("two") })).toBe(sent);
});
test("a second press keeps the key, also after the server refused the answer and it was mended", () => {
  const again = after(
    shown,
    { type: "sent", answer: words("one") },
    { type: "refused" },
    { type: "changed", answer: words("two") },
    { type: "sent", answer: words("two") },
  );
  expect(again.round).toMatchObject({ key: "k1", sent: words("two") });
});
test("an answer that could not be read is open again as it was", () => {
  const refused = after(
    shown,
    { type: "changed", answer: words("one") },
    { type: "sent", answer: words("one") },
    { type: "refused" },
  );
  expect(refused.round).toMatchObject({ answer: words("one"), sent: null });
});
test("after feedback nothing that was handed in can be changed", () => {
  const graded = after(
    shown,
    { type: "sent", answer: words("one") },
    { type: "graded", submission: submission("wrong") },
  );
  expect(graded.round).toMatchObject({ answer: words("one"), sent: null });
  expect(after(graded, { type: "changed", answer: words("two") })).toBe(graded);
  expect(
    after(graded, { type: "restored", draft: { key: "k2", answer: words("two"), confidence: 1, hints: [] } }),
  ).toBe(graded);
});
test("an answer that arrives twice counts once", () => {
  const graded = after(
    shown,
    { type: "sent", answer: words("one") },
    { type: "graded", submission: submission("right") },
  );
  expect(after(graded, { type: "graded", submission: submission("right") }).answered).toHaveLength(1);
});
test("a short answer that was settled counts by its final verdict, once", () => {
  const settled = after(
    shown,
    { type: "graded", submission: submission("pending") },
    { type: "settled", submission: submission("right") },
  );
  expect(settled.answered).toMatchObject([
    { questionId: "q1", submissionId: "s1", kind: "short-answer", verdict: "right" },
  ]);
});
test("a draft that a reload interrupted comes back with its key and the hints that were paid for", () => {
  const draft = { key: "k0", answer: words("one"), confidence: 2 as const, hints: ["<p>Count them.</p>"] };
  expect(after(shown, { type: "restored", draft }).round).toMatchObject(draft);
});
test("what was answered is not asked again", () => {
  const twice = after(
    shown,
    { type: "graded", submission: submission("right", "s1") },
    { type: "shown", next, key: "k2", empty: () => null },
    { type: "graded", submission: submission("right", "s2") },
  );
  expect(alreadyAsked(twice)).toEqual(["q1"]);
});
test("a new question counts as seen once it is answered, one seen before and another like it do not count again", () => {
  const graded = { type: "graded", submission: submission("wrong") } as const;
  expect(seenOf(shown)).toEqual({ seen: 1, total: 3 });
  expect(seenOf(after(shown, graded))).toEqual({ seen: 2, total: 3 });
  const known = after(newSession, { type: "shown", next: { ...next, reason: "due" }, key: "k1", empty: () => null });
  expect(seenOf(after(known, graded))).toEqual({ seen: 1, total: 3 });
  const planned = after(known, {
    type: "shown",
    next: { ...next, reason: null, whyNow },
    key: "k2",
    empty: () => null,
  });
  expect(seenOf(after(planned, graded))).toEqual({ seen: 2, total: 3 });
  const another = after(planned, { type: "shown", next, key: "k3", empty: () => null, another: true }, graded);
  expect(seenOf(another)).toEqual({ seen: 1, total: 3 });
});
test("a learner who ends the session keeps what was answered and can go on", () => {
  const ended = after(shown, { type: "graded", submission: submission("right") }, { type: "finished" });
  expect(ended).toMatchObject({ round: null, finished: true, answered: [{ verdict: "right" }] });
  expect(after(ended, { type: "shown", next, key: "k2", empty: () => null })).toMatchObject({
    finished: false,
    round: { key: "k2" },
  });
});
test("another like the last one comes with a key of its own and moves nothing of the session's count", () => {
  const one = { ...next, total: 1, seen: 1, due: 0, reason: "practice" as const };
  const another = after(
    shown,
    { type: "graded", submission: submission("wrong") },
    { type: "shown", next: one, key: "k2", empty: () => null, another: true },
  );
  expect(another).toMatchObject({ total: 3, seen: 1, round: { key: "k2", reason: null, submission: null } });
});
test("a sitting of reviews counts what was reviewed in it and what is left, and the end is reached", () => {
  const review = { ...next, reason: "due" as const, total: 2, seen: 0, due: 2 };
  const first = after(newSession, { type: "shown", next: review, key: "k1", empty: () => null });
  expect(sittingOf(first)).toEqual({ seen: 0, total: 2 });
  const graded = after(
    first,
    { type: "sent", answer: words("one") },
    { type: "graded", submission: submission("wrong") },
  );
  expect(sittingOf(graded)).toEqual({ seen: 1, total: 2 });
  const last = after(graded, { type: "shown", next: { ...review, total: 1, due: 1 }, key: "k2", empty: () => null });
  expect(sittingOf(last)).toEqual({ seen: 1, total: 2 });
  const end = after(
    last,
    { type: "sent", answer: words("two") },
    { type: "graded", submission: submission("right", "s2") },
  );
  expect(sittingOf(end)).toEqual({ seen: 2, total: 2 });
});

test("only what was not known when it came last is promised to come back", () => {
  const once = after(
    shown,
    { type: "sent", answer: words("one") },
    { type: "graded", submission: submission("wrong") },
  );
  expect(isSomethingForgotten(once)).toBe(true);
  const again = after(
    once,
    { type: "shown", next, key: "k2", empty: () => null, another: true },
    { type: "sent", answer: words("two") },
    { type: "graded", submission: submission("right", "s2") },
  );
  expect(isSomethingForgotten(again)).toBe(false);
});
test("the end of a sitting that is found again has all its answers and no question in hand", () => {
  const { round: _, ...sitting } = after(
    shown,
    { type: "sent", answer: words("one") },
    { type: "graded", submission: submission("right") },
    { type: "finished" },
  );
  const found = after(shown, { type: "recalled", sitting });
  expect(found).toMatchObject({ round: null, finished: true, answered: [{ submissionId: "s1", verdict: "right" }] });
  expect(after(found, { type: "shown", next, key: "k2", empty: () => null }).answered).toHaveLength(1);
});
test("a learner who works off what they got wrong sees it go from none to all, though it was all seen before", () => {
  const wrong = { ...next, total: 2, seen: 2 };
  const begun = after(newSession, { type: "shown", next: wrong, key: "k1", empty: () => null });
  expect(throughOf(begun)).toEqual({ seen: 0, total: 2 });
  const once = after(
    begun,
    { type: "sent", answer: words("one") },
    { type: "graded", submission: submission("right") },
  );
  expect(throughOf(once)).toEqual({ seen: 1, total: 2 });
  // right: it left the search, and the server counts one; another like it changes nothing
  const left = { ...wrong, total: 1, seen: 1 };
  const more = after(once, { type: "shown", next: left, key: "k2", empty: () => null });
  expect(throughOf(more)).toEqual({ seen: 1, total: 2 });
  const again = after(
    more,
    { type: "sent", answer: words("two") },
    { type: "graded", submission: submission("right", "s2") },
  );
  expect(throughOf(again)).toEqual({ seen: 1, total: 2 });
});
