import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { givenAssignment } from "../arrange";
import { sql } from "../database";
import { expect, type Person, test } from "../fixtures";
import { button } from "../screens/question";
import { weeksOfPractice, workOfClass } from "./class-of-engineers";

// The pictures of the README. Not part of the tests: `TIDAO_GALLERY=1 npm test -- build journeys gallery`.
const folder = import.meta.dirname;

/** What is in sight, as small as it stays readable. */
async function take(me: Person, name: string): Promise<void> {
  const { page } = me;
  await page.evaluate(() => document.fonts.ready);
  const session = await me.context.newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 60, optimizeForSpeed: false });
  mkdirSync(folder, { recursive: true });
  const picture = Buffer.from(data, "base64");
  expect(picture.length, `${name} in bytes`).toBeLessThan(60_000);
  writeFileSync(join(folder, `${name}.webp`), picture);
}
const dark = (me: Person) => sql(`update "user" set theme = 'dark' where id = $1`, [me.id]);

test("a learner's screens", async ({ as }) => {
  test.setTimeout(240_000);
  const en = await as([], { name: "Lin Xue", zone: "Europe/London" });
  await weeksOfPractice(en);
  await en.open("/");
  await take(en, "home-en-light");
  await en.open("/topics?view=map");
  await take(en, "map-en-light");
  await en.open("/topics/memory-footprint");
  await en.page.locator(".prose-lesson .katex-display").first().scrollIntoViewIfNeeded();
  await take(en, "lesson-en-light");

  const zh = await as([], { name: "林学", locale: "zh", zone: "Asia/Shanghai", scheme: "dark" });
  await weeksOfPractice(zh);
  await dark(zh);
  await zh.open("/");
  await take(zh, "home-zh-dark");
  await zh.open("/analytics");
  await take(zh, "analytics-zh-dark");
  await zh.open("/topics/tokenisation");
  await zh.page.getByRole("figure").first().scrollIntoViewIfNeeded();
  await take(zh, "lesson-zh-dark");
});

test("a question and what it answers back", async ({ as }) => {
  const answer = async (me: Person, name: string) => {
    await me.open("/practice?topic=tokenisation&objective=tok-o2");
    await me.page.getByRole("radio").first().check();
    await take(me, `practice-${name}`);
    await button(me, me.words.practice.submit).click();
    await expect(me.page.getByRole("heading", { level: 2 }).first()).toBeFocused();
    await me.page.evaluate(() => document.activeElement?.scrollIntoView({ block: "start" }));
    await take(me, `feedback-${name}`);
  };
  await answer(await as([], { locale: "zh", phone: true }), "zh-phone-light");
  await answer(await as([], { locale: "en" }), "en-light");
  const phone = await as([], { locale: "en", phone: true, scheme: "dark" });
  await dark(phone);
  await answer(phone, "en-phone-dark");
});

test("an instructor's and an editor's screens", async ({ as }) => {
  test.setTimeout(240_000);
  const teacher = await as(["instructor"], { name: "Zhou Min", zone: "Europe/London" });
  const questions = ["tok-fmm-trace", "tok-learns-from", "tok-unseen-emoji", "eval-roc-axes", "eval-do-nothing-filter", "mem-empty-cache-call", "mem-prefix-cache-effect", "mem-lowest-zero-stage"];
  const room = await givenAssignment(teacher, { className: "LLM engineering, spring", title: "Week three: tokens and memory", questions });
  await workOfClass(room);
  await teacher.open(`/teach/assignments/${room.assignmentId}`);
  await take(teacher, "results-en-light");
  await teacher.open(`/teach/classes/${room.classId}`);
  await take(teacher, "class-en-light");

  const editor = await as(["editor"], { name: "沈编", locale: "zh", zone: "Asia/Shanghai" });
  await editor.page.setViewportSize({ width: 1440, height: 900 });
  await editor.open("/questions", "admin");
  await take(editor, "questions-zh-light");
  await dark(editor);
  await editor.open("/questions/tok-crf-parameters", "admin");
  await expect(editor.page.getByText(editor.words.admin.editor.problems.none)).toBeVisible();
  await take(editor, "editor-zh-dark");
});
