import { expect, test } from "vitest";
import { valuesHtml } from "./facet-list";
import { selectHtml } from "./facet-selects";

const value = {
  value: "a",
  label: "Numeric",
  count: "12",
  between: ": ",
  chosen: false,
  href: "/en/questions?kind=numeric&order=id",
};

test("a value leads to the list with it, and says how many it leaves", () => {
  const html = valuesHtml([value, { ...value, chosen: true }]);
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  expect(html).toContain('href="/en/questions?kind=numeric&amp;order=id"');
  expect(html).toMatch(/>Numeric<.*class="sr-only">: <.*>12</);
});
test("a hostile title of a topic stays text", () => {
  const hostile = `"><img src=x onerror=alert(1)>'`;
  expect(valuesHtml([{ ...value, label: hostile, count: hostile, between: hostile, href: hostile }])).not.toMatch(
    /<img|"">/,
  );
});
test("a value to choose from is marked as chosen, and a hostile title stays text", () => {
  const hostile = `"><script>alert(1)</script>`;
  const values = [value, { ...value, label: hostile, value: hostile, chosen: true }];
  const html = selectHtml(
    { name: "topic", label: hostile, values },
    { any: "Any", choice: (word, count) => `${word} (${count})` },
  );
  expect(html.match(/<option/g)).toHaveLength(3);
  expect(html.match(/ selected/g)).toHaveLength(1);
  expect(html).not.toContain("<script");
});
