import { expect, test } from "vitest";
import { plainNumbers } from "./plain-numbers";

test.each([
  ["low ${4}$ times, lower ${2}$ times", "low 4 times, lower 2 times"],
  ["每天 ${2{,}000}$ 次请求", "每天 2,000 次请求"],
  ["${80}\\%$ of ${7}\\times10^9$ bytes", "80% of 7×10^9 bytes"],
  ["隐藏维度 $d = {3{,}072}$，$N = {70}\\times10^9$", "隐藏维度 d = 3,072，N = 70×10^9"],
  ["$C \\approx 6ND$ and ${3}$", "$C \\approx 6ND$ and 3"],
  ["costs $5, or `${HOME}`", "costs $5, or `${HOME}`"],
  ["from $5 to $10", "from $5 to $10"],
])("a learner who opens their data reads %s as %s", (written, read) => {
  expect(plainNumbers(written)).toBe(read);
});
