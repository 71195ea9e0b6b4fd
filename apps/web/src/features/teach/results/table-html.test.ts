import { describe, expect, test } from "vitest";
import { type ResultsRow, type ResultsTexts, tableHtml } from "./table-html";

const hostile = `"><img src=x onerror=alert(1)>&'`;
const row: ResultsRow = {
  userId: "0b8f6f34-58a1-4c2f-9d9c-7d0f4f5a2c11",
  name: "Lin",
  email: "lin@example.org",
  state: "finished",
  attempts: null,
  about: null,
  sawKey: false,
  started: 1,
  points: 7.5,
  outOf: null,
  override: null,
  cells: [{ share: 0.75, verdict: "partial" }, null, { share: 0, verdict: "pending" }],
};
const words = {
  states: {
    finished: "Handed in",
    "under-way": "Under way",
    "not-handed-in": "Not handed in",
    "not-started": "Not begun",
  },
  verdicts: { right: "right", partial: "partly right", wrong: "wrong", pending: "pending" },
  extend: "Extend",
  extended: "Extended",
  about: "{word}: {what}",
  mean: "Mean",
} satisfies ResultsTexts["words"];
const html = (rows: ResultsRow[], more: Partial<ResultsTexts> = {}) =>
  tableHtml(rows, {
    assignmentId: "a1",
    locale: "en",
    columns: [
      { key: "name", label: "Learner", href: "/en?dir=desc", sorted: "ascending" },
      { key: "q1", label: "Q1", title: "Tokenisation", href: "/en?sort=q1&dir=desc", sorted: null },
    ],
    means: ["75%", "–", "0%"],
    meanPoints: "7.5",
    handedIn: "1/1",
    questionIds: ["tok-a", "tok-b", "tok-c"],
    readOnly: false,
    words,
    ...more,
  }).join("");

describe("the table of results as HTML", () => {
  test("hold a link to the learner's work and one to each answer; an answer not yet decided has no share", () => {
    const text = html([row]);
    expect(text).toContain(`href="a1/learners/${row.userId}">Lin</a>`);
    expect(text).toContain(`learners/${row.userId}#q-tok-a" tabindex="-1" aria-label="75% partly right">75%</a>`);
    expect(text).toContain(`<td class="number text-muted">–</td>`);
    expect(text).toContain(`aria-label="… pending">…</a>`);
    expect(text).toContain(`data-extend="${row.userId}" data-started="1" aria-label="Extend: Lin">Extend</button>`);
  });
  test("name what a learner could earn where it is less than the others could", () => {
    expect(html([row])).toContain(`<td class="number">7.5</td>`);
    expect(html([{ ...row, outOf: 8 }])).toContain(`<td class="number">7.5 <span class="text-muted">/8</span></td>`);
    expect(html([{ ...row, points: null, outOf: 8 }])).toContain(`<td class="number">–</td>`);
  });
  test("say what was changed for a learner, and offer no change where nothing can be changed", () => {
    const changed = { ...row, override: { due: "", dueText: "until Friday", attempts: 2, reason: "ill" } };
    expect(html([changed])).toContain(`aria-label="Extended: Lin" title="until Friday">Extended</button>`);
    expect(html([changed])).toContain(
      `data-override="{&quot;due&quot;:&quot;&quot;,&quot;attempts&quot;:2,&quot;reason&quot;:&quot;ill&quot;}"`,
    );
    expect(html([{ ...row, sawKey: true }])).toContain(`data-started="1" data-saw-key="" aria-label`);
    expect(html([changed], { readOnly: true })).not.toContain("<button");
  });
  test("sort by a column, say how they are sorted now, and end with the means", () => {
    const text = html([row]);
    expect(text).toContain(
      `<th scope="col" aria-sort="ascending"><a class="results-sort" data-soft="still" href="/en?dir=desc">Learner<svg`,
    );
    expect(text).toContain(`href="/en?sort=q1&amp;dir=desc" title="Tokenisation">Q1</a>`);
    expect(text).toContain(`<th scope="row">Mean</th><td class="number">7.5</td><td class="tabular-nums">1/1</td>`);
    expect(html([row], { readOnly: true })).not.toContain("data-not-copied");
  });
  test("let no text of a person become a tag or end an attribute", () => {
    const text = html([{ ...row, name: hostile, email: hostile, about: hostile, attempts: hostile }]);
    expect(text).not.toContain("<img");
    expect(text.split('"').length % 2).toBe(1);
    expect(text).toContain(`&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;'`);
  });
});
