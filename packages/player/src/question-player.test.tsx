import { locales } from "@tidao/kernel";
import { playerLabels } from "@tidao/i18n";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { emptyAnswer } from "./answer-state";
import { ConfidencePicker } from "./confidence-picker";
import { HintList } from "./hint-list";
import type { Answer, ShownQuestion } from "./question-props";
import { QuestionPlayer } from "./question-player";
import { samples } from "./sample-questions";

const show = (question: ShownQuestion, props: Partial<Parameters<typeof QuestionPlayer>[0]> = {}) =>
  renderToStaticMarkup(
    <QuestionPlayer
      question={question}
      value={emptyAnswer(question)}
      onChange={() => {}}
      labels={playerLabels("en")}
      locale="en"
      {...props}
    />,
  );

describe.each(locales)("a question in %s", (locale) => {
  test.each(Object.values(samples))("$kind can be answered before any script has run", (question) => {
    const html = show(question, { labels: playerLabels(locale), locale });
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain("<fieldset");
    expect(html).toMatch(/<input|<select|<textarea|role="button"|<button/);
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN/);
  });
});

test("choices show the keys that choose them", () => {
  expect(show(samples["single-choice"])).toContain('aria-keyshortcuts="3"');
  expect(show(samples["single-choice"], { keys: false })).not.toContain("aria-keyshortcuts");
});

test("a graded choice says in words what its colour says, and is closed", () => {
  const html = show(samples["single-choice"], {
    value: { kind: "single-choice", choiceId: "two" },
    graded: [
      { id: "two", chosen: true, right: false },
      { id: "sixteen", chosen: false, right: false },
      { id: "four", chosen: false, right: true },
    ],
  });
  expect(html).toContain("Your choice, not right");
  expect(html).toContain("Right, but not chosen");
  expect(html).toMatch(/<fieldset[^>]*disabled/);
});

test("a learner who said “I don’t know” sees the question unanswered", () => {
  const blank: Answer = { kind: "blank" };
  expect(show(samples["single-choice"], { value: blank, disabled: true })).not.toContain("checked");
});

test("a number typed with its unit comes back as number and unit", () => {
  const html = show(samples.numeric, { value: { kind: "numeric", text: "12 GiB" } });
  expect(html).toContain('value="12"');
  expect(html).toMatch(/<option value="GiB" selected/);
});

test("the partners of a match are offered in words, mathematics by its letter alone and to the ear in words", () => {
  const html = show(samples.matching);
  expect(html).toContain("A  Fragmentation");
  expect(html).toMatch(/<option value="x" aria-label="D {2}x">D<\/option>/);
});

test("an ordering shows the learner's order and names each move", () => {
  const html = show(samples.ordering, { value: { kind: "ordering", itemIds: ["split", "count", "merge"] } });
  expect(html.indexOf("Split into bytes")).toBeLessThan(html.indexOf("Count pairs"));
  expect(html).toContain("Move item 2 up");
  const [, described] = /aria-label="Move item 2 up" aria-describedby="([^"]*)"/.exec(html) ?? [];
  expect(html, "whoever hears only the button hears what it moves").toMatch(
    new RegExp(`id="${described}"[^>]*>Count pairs<`),
  );
});

test("confidence has four levels and their keys", () => {
  const html = renderToStaticMarkup(<ConfidencePicker value={3} onChange={() => {}} labels={playerLabels("zh")} />);
  expect(html.match(/type="radio"/g)).toHaveLength(4);
  expect(html).toContain("比较有把握");
  expect(html).toContain('aria-keyshortcuts="0"');
});

test("the button of the hints stays when all are taken, because the focus is on it, and says that there are no more", () => {
  const hints = (taken: string[]) =>
    renderToStaticMarkup(
      <HintList hints={taken} available={1} onTake={() => {}} labels={playerLabels("en")} locale="en" />,
    );
  expect(hints([])).toContain("1 hint left");
  expect(hints(["<p>Count.</p>"])).toMatch(/<button[^>]*aria-disabled="true"[^>]*>Show a hint<\/button>/);
  expect(hints(["<p>Count.</p>"])).toContain("No more hints");
  expect(hints(["<p>Count.</p>"])).not.toContain("takes a fifth");
});
