import { describe, expect, test } from "vitest";
import { diffWords } from "./diff-words";

const show = (before: string, after: string, locale: "zh" | "en" = "en") =>
  diffWords(before, after, locale)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join("");

describe("what changed in a text", () => {
  test("is told by words in English", () => {
    expect(show("The quick brown fox", "The slow brown fox")).toBe("The [-quick-][+slow+] brown fox");
  });
  test("is told by words in Chinese, where no blanks stand", () => {
    expect(show("困惑度越低越好。", "困惑度越高越好。", "zh")).toContain("困惑度");
    expect(show("困惑度越低越好。", "困惑度越高越好。", "zh")).toMatch(/\[-.*低.*-\]\[\+.*高.*\+\]/);
  });
  test("is nothing where nothing changed, and everything where one side is empty", () => {
    expect(diffWords("same", "same", "en")).toEqual([{ kind: "same", text: "same" }]);
    expect(diffWords("", "new text", "en")).toEqual([{ kind: "added", text: "new text" }]);
  });
  test("gives both texts back when its pieces are put together", () => {
    const [before, after] = ["a b c d e f g a b", "x b c e e g a b y"];
    const pieces = diffWords(before, after, "en");
    const join = (left: "removed" | "added") =>
      pieces
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join("");
    expect([join("added"), join("removed")]).toEqual([before, after]);
  });
  test("does not hang on two long texts without a word in common", () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, n) => `${word}${n}`).join(" ");
    expect(diffWords(long("a"), long("b"), "en")).toHaveLength(2);
  });
});
