import { expect, test } from "vitest";
import { linkedWords, textOfRuns } from "./linked-words";

test("a topic that the words of a path name leads to it, and the words around it stay", () => {
  expect(linkedWords("先修的“[分词](topic:tokenisation)”读摘要即可")).toEqual([
    { text: "先修的“", topic: null },
    { text: "分词", topic: "tokenisation" },
    { text: "”读摘要即可", topic: null },
  ]);
  expect(linkedWords("[Noisy data](topic:noisy-data#labels)")).toEqual([
    { text: "Noisy data", topic: "noisy-data#labels" },
  ]);
});

test("words that name no topic are one run, whatever brackets they hold", () => {
  for (const text of ["Day 2 (of 7)", "x[0](y)", "[a](https://example.org)"])
    expect(linkedWords(text)).toEqual([{ text, topic: null }]);
});

test("where nothing can be followed the words are read without their marks", () => {
  expect(textOfRuns(linkedWords("Of [tokenisation](topic:tokenisation) the summary is enough"))).toBe(
    "Of tokenisation the summary is enough",
  );
});
