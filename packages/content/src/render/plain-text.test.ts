import { expect, test } from "vitest";
import { courseDir, readCourse } from "../index";
import { renderLesson } from "./render-lesson";
import { plainSections, plainText } from "./plain-text";

test("a text is read without its marks, its citations and the frame of its formulas", () => {
  expect(
    plainText("**KV** 缓存占 $\\frac{2 L h}{\\text{字节}}$，见 [论文](https://a.b) [@kwon-2023] 与 `torch.compile`。"),
  ).toBe("KV 缓存占 2 L h/字节，见 论文 与 torch.compile。");
  expect(plainText("用 {{n}} 张卡")).toBe("用 … 张卡");
  expect(plainText("$Q K^\\top$ of {{layers}} layers, $d = {{d}} \\times 10^9$, $w \\leftarrow \\tanh(g)$")).toBe(
    "Q K^T of … layers, d = … × 10^9, w ← tanh(g)",
  );
  expect(plainText("<script>alert(1)</script> a")).not.toContain("alert(1)</script>");
});
test("a reader who follows a section's address arrives at a heading of the lesson as it is rendered", async () => {
  const { topics } = await readCourse(courseDir);
  const lessons = topics
    .slice(0, 4)
    .flatMap(({ lessons: { zh, en } }) => [zh && (["zh", zh.source] as const), en && (["en", en.source] as const)]);
  for (const lesson of lessons.filter((each) => each !== undefined)) {
    const [locale, source] = lesson;
    const { html } = await renderLesson(source, locale);
    const sections = plainSections(source);
    expect(sections.length).toBeGreaterThan(5);
    for (const { anchor } of sections) if (anchor) expect(html).toContain(`id="${anchor}"`);
  }
});
