import { describe, expect, test } from "vitest";
import type { QuestionRow } from "./question-rows";
import { rowsHtml } from "./rows-html";

const row: QuestionRow = {
  id: "tok-one",
  href: "/en/questions/tok-one",
  stem: "How many?",
  topic: "Tokenisation",
  kind: "Numeric",
  difficulty: 2,
  badges: [{ label: "Published", tone: "right" }, { label: "Retired" }],
  answers: "1,024",
  points: "50%",
  changed: { text: "2 days ago", iso: "2026-11-27T10:00:00.000Z", title: "27 November 2026, 10:00 GMT" },
};

describe("the rows of the bank", () => {
  test("lead to their questions and say what the list knows of them", () => {
    const html = rowsHtml([row], { topic: true, kind: true });
    expect(html.match(/<td\b/g)).toHaveLength(8);
    for (const said of [
      'href="/en/questions/tok-one"',
      ">How many?<",
      ">Tokenisation<",
      ">Numeric<",
      ">1,024<",
      ">50%<",
    ])
      expect(html).toContain(said);
    expect(html).toContain('<span class="badge tone-right">Published</span><span class="badge">Retired</span>');
    expect(html).toContain(
      '<time datetime="2026-11-27T10:00:00.000Z" title="27 November 2026, 10:00 GMT">2 days ago</time>',
    );
  });
  test("leave out the columns of one value", () => {
    expect(rowsHtml([row], { topic: false, kind: false }).match(/<td\b/g)).toHaveLength(6);
  });
  test("hold hostile texts as text", () => {
    const hostile = `"><img src=x onerror=alert(1)>'&`;
    const html = rowsHtml(
      [
        {
          ...row,
          id: hostile,
          href: hostile,
          stem: hostile,
          topic: hostile,
          kind: hostile,
          answers: hostile,
          points: hostile,
          badges: [{ label: hostile }],
          changed: { text: hostile, iso: hostile, title: hostile },
        },
      ],
      { topic: true, kind: true },
    );
    expect(html).not.toMatch(/<img|"">|"'&/);
    expect(html.split("&quot;&gt;&lt;img").length - 1).toBe(11);
  });
});
