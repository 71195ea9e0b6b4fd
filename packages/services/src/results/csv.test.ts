import { expect, test } from "vitest";
import { csvCell, csvText } from "./csv";

test.each([
  ["a plain name", "Lin", "Lin"],
  ["a Chinese name", "林学，一班", "林学，一班"],
  ["a comma", "Lin, Xue", '"Lin, Xue"'],
  ["a quote", 'Lin "X" Xue', '"Lin ""X"" Xue"'],
  ["a line break", "Lin\nXue", '"Lin\nXue"'],
  ["a formula", '=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ["a sum", "+1+2", "'+1+2"],
  ["a minus", "-1", "'-1"],
  ["a lookup", "@SUM(A1)", "'@SUM(A1)"],
  ["a full-width formula", "＝1+1", "'＝1+1"],
  ["a tab before a formula", "\t=1", "'\t=1"],
  ["a sign inside", "a=b", "a=b"],
])("%s stays what it is in a spreadsheet", (_, value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test("a negative number stays a number", () => {
  expect(csvCell(-0.25)).toBe("-0.25");
});

test("a file begins with a byte order mark and every line ends", () => {
  expect(
    csvText([
      ["name", "points"],
      ["林", 1],
    ]),
  ).toBe("\uFEFFname,points\r\n林,1\r\n");
});
