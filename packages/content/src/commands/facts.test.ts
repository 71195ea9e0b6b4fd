import { expect, test } from "vitest";
import { datedFacts, runFacts } from "./facts";

test("a sentence that says as of when it holds is found in both languages, with its line and its date", () => {
  const text =
    "# Cards\n\nOne. As cheap as ever. The card has 80 GB (as of June 2025). More.\n\n这张卡有 80 GB。截至 2025 年 6 月，它卖 3 美元。以后再看。\n";
  expect(datedFacts("lesson.md", text)).toEqual([
    { file: "lesson.md", line: 3, asOf: "2025-06", sentence: "The card has 80 GB (as of June 2025)." },
    { file: "lesson.md", line: 5, asOf: "2025-06", sentence: "截至 2025 年 6 月，它卖 3 美元。" },
  ]);
});
test.each([
  ["as of 2025, a default", "2025"],
  ["as of 2025-11 a default", "2025-11"],
  ["as of early 2026", "2026"],
  ["截至 2026 年", "2026"],
])("%s is of %s", (text, asOf) => {
  expect(datedFacts("f", text).map((fact) => fact.asOf)).toEqual([asOf]);
});
test("words that only look like it are no dates", () => {
  expect(datedFacts("f", "as of now; the idea of 2025; 截至目前")).toEqual([]);
});
test("the course's own are printed, the oldest first, and counted", async () => {
  const lines: string[] = [];
  expect(await runFacts((line) => void lines.push(line))).toBe(0);
  const dates = lines.slice(0, -1).map((line) => line.split(" ")[0]);
  expect(dates).toEqual(dates.toSorted());
  expect(lines.at(-1)).toBe(`${dates.length} facts say as of when they hold`);
});
