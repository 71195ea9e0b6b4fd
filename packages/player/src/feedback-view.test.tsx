import { playerLabels } from "@tidao/i18n";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FeedbackView } from "./feedback-view";
import type { Feedback, FeedbackPart, ShownQuestion } from "./question-props";
import { samples, wrongSingleChoice } from "./sample-questions";

const show = (question: ShownQuestion, feedback: Feedback, answer: Parameters<typeof FeedbackView>[0]["answer"]) =>
  renderToStaticMarkup(
    <FeedbackView question={question} answer={answer} feedback={feedback} labels={playerLabels("en")} locale="en" />,
  );
const of = (rule: Feedback["rule"], parts: FeedbackPart[], rest: Partial<Feedback> = {}): Feedback => ({
  ...wrongSingleChoice,
  rule,
  parts,
  misconceptions: [],
  hintsTaken: 0,
  ...rest,
});
const inOrder = (html: string, ...words: string[]) => {
  const places = words.map((word) => html.indexOf(word));
  expect(places, words.join(" → ")).not.toContain(-1);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
};

test("the reason for the choice taken comes first, then the right one, the misconception, the solution, the source", () => {
  const html = show(samples["single-choice"], wrongSingleChoice, { kind: "single-choice", choiceId: "two" });
  inOrder(
    html,
    "Not right",
    "0 of 1 point",
    "That is the weight alone",
    "2 + 2 + 12",
    "Training needs what inference needs",
    "Adam keeps 12 bytes more",
    "Sum the ledger",
    "Rajbhandari",
  );
});

test("who says that they do not know is not told that they are wrong", () => {
  for (const nothing of [null, { kind: "blank" } as const]) {
    const html = show(samples["single-choice"], wrongSingleChoice, nothing);
    expect(html).toContain("Not known yet");
    expect(html).not.toContain("Not right");
  }
});

test("whoever hears the verdict hears the points with it, once there are any", () => {
  const html = show(samples["single-choice"], wrongSingleChoice, null);
  const [, described] = /class="verdict" aria-describedby="([^"]*)"/.exec(html) ?? [];
  expect(html).toContain(`<p id="${described}" class="feedback-points">0 of 1 point</p>`);
  const pending = show(samples["short-answer"], of("short-answer", [], { verdict: "pending", keyPoints: [] }), null);
  expect(pending).not.toContain("aria-describedby");
});

test("the points are explained by their rule and by the hints taken", () => {
  const html = show(samples["single-choice"], wrongSingleChoice, null);
  expect(html).toContain("All the points for the right choice");
  expect(html).toContain("1 hint taken: 20% off what the answer earned.");
});

test.each([
  [{ relative: 0.005 }, "0.5% of the right value"],
  [{ absolute: 0.02 }, "0.02, up or down"],
  [{ absolute: 0 }, "has to be exact"],
])("the rule of a number says how near is near enough: %j", (tolerance, words) => {
  expect(show(samples.numeric, of("numeric", [], { tolerance }), null)).toContain(words);
});

test("a learner who missed an error reads its words, the correction and why", () => {
  const html = show(
    samples["find-error"],
    of("find-error", [
      {
        id: "s1",
        chosen: false,
        right: false,
        whyHtml: "It trades memory for time.",
        keyHtml: "Caching spends memory",
      },
      { id: "s2", chosen: false, right: true },
    ]),
    { kind: "find-error", spanIds: [] },
  );
  inOrder(html, "An error that you missed", "Caching lowers memory", "Caching spends memory", "trades memory");
  expect(html).not.toContain("katex");
});

test("a blank that was left empty says so and shows its word", () => {
  const html = show(
    samples.cloze,
    of("cloze", [
      { id: "b1", chosen: true, right: true, keyHtml: "32" },
      { id: "b2", chosen: false, right: false, keyHtml: "GiB" },
    ]),
    { kind: "cloze", blanks: { b1: "32" } },
  );
  inOrder(html, "Blank 1 of 2", "Blank 2 of 2", "No answer", "GiB");
});

test("an ordering shows the right order with what stood out of it", () => {
  const html = show(
    samples.ordering,
    of(
      "ordering",
      [
        { id: "split", chosen: true, right: true, whyHtml: "Bytes first." },
        { id: "count", chosen: true, right: true },
        { id: "merge", chosen: true, right: false },
      ],
      { correctAnswer: { kind: "ordering", itemIds: ["split", "count", "merge"] } },
    ),
    { kind: "ordering", itemIds: ["merge", "split", "count"] },
  );
  inOrder(html, "The right order", "Split into bytes", "Count pairs", "Merge the most", "Bytes first");
});

test("a short answer that waits for the learner shows no points yet", () => {
  const html = show(
    samples["short-answer"],
    of("short-answer", [], {
      verdict: "pending",
      keyPoints: [
        { id: "k1", html: "fragmentation", matched: true },
        { id: "k2", html: "one contiguous range", matched: false },
      ],
    }),
    { kind: "short-answer", text: "fragmentation" },
  );
  expect(html).toContain("Now compare");
  expect(html).not.toContain("of 1 point");
  inOrder(html, "Recognised in your answer", "fragmentation");
  expect(html).not.toContain("one contiguous range");
});

test("a short answer of which nothing was recognised has no empty list of what was", () => {
  const keyPoints = [{ id: "k1", html: "fragmentation", matched: false }];
  const feedback = of("short-answer", [], { verdict: "pending", keyPoints });
  expect(show(samples["short-answer"], feedback, { kind: "short-answer", text: "Hm." })).not.toContain("Key points");
});

test("parts are explained in the order in which they were asked", () => {
  const parts = ["c", "a", "b"].map((id) => ({ id, chosen: false, right: false }));
  inOrder(show(samples.matching, of("matching", parts), { kind: "matching", matches: {} }), "ZeRO-1", "Paging", "LoRA");
});

test("once compared, the points that were missing are listed with those that were there", () => {
  const html = show(
    samples["short-answer"],
    of("short-answer", [], {
      verdict: "partial",
      points: 0.5,
      keyPoints: [
        { id: "k1", html: "fragmentation", matched: true },
        { id: "k2", html: "one contiguous range", matched: false },
      ],
    }),
    { kind: "short-answer", text: "fragmentation" },
  );
  inOrder(html, "0.5 of 1 point", "fragmentation", "Not recognised", "one contiguous range");
});

test("“I don’t know” still gets the right answer and its reason", () => {
  const parts = wrongSingleChoice.parts.map((part) => ({ ...part, chosen: false, right: part.id !== "sixteen" }));
  const html = show(samples["single-choice"], { ...wrongSingleChoice, parts }, { kind: "blank" });
  expect(html).not.toContain("Why, for your choice");
  inOrder(html, "Right answer", "<strong>16</strong>", "2 + 2 + 12");
});
