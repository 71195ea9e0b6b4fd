import { describe, expect, test } from "vitest";
import type { ResultsRow, ResultsTableData } from "./results-table";
import { rowsHtml } from "./rows-html";

const hostile = `"><img src=x onerror=alert(1)>&'`;
const row: ResultsRow = {
  userId: "0b8f6f34-58a1-4c2f-9d9c-7d0f4f5a2c11",
  name: "Lin",
  email: "lin@example.org",
  state: "finished",
  attempts: null,
  about: null,
  points: 7.5,
  outOf: null,
  override: null,
  cells: [{ share: 0.75, verdict: "partial" }, null, { share: 0, verdict: "pending" }],
};
const words = {
  states: { finished: "Handed in", "under-way": "Under way", "not-started": "Not begun" },
  verdicts: { right: "right", partial: "partly right", wrong: "wrong", pending: "pending" },
  extend: "Extend",
  extended: "Extended",
  about: "{word}: {what}",
} as ResultsTableData["words"];
const html = (rows: ResultsRow[], readOnly = false) =>
  rowsHtml(rows, {
    assignmentId: "a1",
    questionIds: ["tok-a", "tok-b", "tok-c"],
    readOnly,
    words,
    failure: { locale: "en" },
  } as unknown as ResultsTableData);

describe("the rows of the results as HTML", () => {
  test("hold a link to the learner's work and one to each answer; an answer not yet decided has no share", () => {
    const text = html([row]);
    expect(text).toContain(`href="a1/learners/${row.userId}">Lin</a>`);
    expect(text).toContain(`learners/${row.userId}#q-tok-a" tabindex="-1" aria-label="75% partly right">75%</a>`);
    expect(text).toContain(`<td class="number text-muted">–</td>`);
    expect(text).toContain(`aria-label="… pending">…</a>`);
    expect(text).toContain(`data-extend="${row.userId}" aria-label="Extend: Lin">Extend</button>`);
  });
  test("name what a learner could earn where it is less than the others could", () => {
    expect(html([row])).toContain(`<td class="number">7.5</td>`);
    expect(html([{ ...row, outOf: 8 }])).toContain(`<td class="number">7.5 <span class="text-muted">/8</span></td>`);
    expect(html([{ ...row, points: null, outOf: 8 }])).toContain(`<td class="number">–</td>`);
  });
  test("say what was changed for a learner, and offer no change where nothing can be changed", () => {
    const changed = { ...row, override: { due: "", dueText: "until Friday", attempts: 2, reason: "ill" } };
    expect(html([changed])).toContain(`aria-label="Extended: Lin" title="until Friday">Extended</button>`);
    expect(html([changed], true)).not.toContain("<button");
  });
  test("let no text of a person become a tag or end an attribute", () => {
    const text = html([{ ...row, name: hostile, email: hostile, about: hostile, attempts: hostile }]);
    expect(text).not.toContain("<img");
    expect(text.split('"').length % 2).toBe(1);
    expect(text).toContain(`&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;'`);
  });
});
