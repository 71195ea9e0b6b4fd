import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestUser } from "@tidao/auth/testing";
import { calling, givenAssignment } from "../arrange";
import { sql } from "../database";
import { expect, type Person, signIn, test } from "../fixtures";
import { growTo } from "../load/grow";
import { button } from "../screens/question";
import type { Tongue } from "../words";
import { workOfClass } from "./class-of-engineers";

// The pictures of the README. Not part of the tests: `TIDAO_GALLERY=1 npm test -- build journeys gallery`.
const folder = import.meta.dirname;
const largest = 80_000;

/** What is in sight, as small as it stays readable. */
async function take(me: Person, name: string): Promise<void> {
  const { page } = me;
  await page.evaluate(() => document.fonts.ready);
  const session = await me.context.newCDPSession(page);
  mkdirSync(folder, { recursive: true });
  let picture = Buffer.alloc(0);
  for (const quality of [60, 40, 20]) {
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality, optimizeForSpeed: false });
    picture = Buffer.from(data, "base64");
    if (picture.length < largest) break;
  }
  expect(picture.length, `${name} in bytes`).toBeLessThan(largest);
  writeFileSync(join(folder, `${name}.webp`), picture);
}
const dark = (me: Pick<Person, "id">) => sql(`update "user" set theme = 'dark' where id = $1`, [me.id]);

/** Learners with a year behind them, whose logs the generator made up. */
async function givenLearners(): Promise<{ en: TestUser; zh: TestUser }> {
  process.env.TIDAO_GROW_SCRIPT ??= join(folder, "../../packages/cli/src/bench/grow.ts");
  await growTo(1200);
  const person = async (n: number, name: string, locale: Tongue, zone: string) => {
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
    const [row] = await sql<TestUser>(
      `update "user" u set name = $2, email = $3, locale = $4, zone = $5, email_verified_at = now() from learner l where u.id = $1 and l.user_id = u.id
       returning u.id, l.subject_id as "subjectId", u.email, u.name`,
      [id, name, `learner${n}@example.org`, locale, zone],
    );
    return row!;
  };
  return { en: await person(0, "Lin Xue", "en", "Europe/London"), zh: await person(1, "林学", "zh", "Asia/Shanghai") };
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a learner's screens", async ({ as, seat }) => {
  test.setTimeout(300_000);
  const learners = await givenLearners();
  const sit = async (who: TestUser, options: Parameters<typeof seat>[0]): Promise<Person> => {
    const own = await seat(options);
    await signIn(own.context, who.id);
    if (options.scheme === "dark") await dark(who);
    return { ...who, ...own };
  };
  const en = await sit(learners.en, { locale: "en" });
  const { ask, tell } = await calling(en);
  await tell("paths.startPath", { slug: "interview-essentials" });
  await tell("paths.setPathDeadline", { slug: "interview-essentials", date: inDays(40) });
  const { question } = await ask<{ question: { questionId: string; versionId: string } }>("practice.getNextQuestion", { topic: "evaluation" });
  await tell("bookmarks.setBookmark", { questionId: question.questionId, bookmarked: true }).catch(() => {});
  await en.open("/");
  await take(en, "home-en");
  for (const [path, name] of [["/topics?view=map", "map-en"], ["/reviews", "reviews-en"], ["/search?q=attention+cache", "search-en"], ["/paths/interview-essentials", "path-en"], ["/account/security", "account-en"], ["/account/data", "data-en"], ["/notes?tab=bookmarks", "notes-en"]] as const) {
    await en.open(path);
    await take(en, name);
  }
  await en.open("/analytics");
  for (const [id, name] of [["week", "week-en"], ["calibration", "calibration-en"], ["kinds", "kinds-en"], ["activity", "activity-en"]] as const) {
    await en.page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView({ block: "start" }));
    await take(en, `analytics-${name}`);
  }
  await en.open("/topics/memory-footprint");
  await en.page.locator(".prose-lesson .katex-display").first().scrollIntoViewIfNeeded();
  await take(en, "lesson-en");

  const zh = await sit(learners.zh, { locale: "zh", scheme: "dark" });
  await (await calling(zh)).tell("plan.setPlan", { date: inDays(30), minutesADay: 30, daysOff: [7], weights: {} });
  for (const [path, name] of [["/", "home-zh-dark"], ["/plan", "plan-zh-dark"], ["/analytics", "analytics-zh-dark"], ["/search?q=%E7%BC%93%E5%AD%98", "search-zh-dark"]] as const) {
    await zh.open(path);
    await take(zh, name);
  }
  await zh.open("/topics/tokenisation");
  await zh.page.getByRole("figure").first().scrollIntoViewIfNeeded();
  await take(zh, "lesson-zh-dark");

  const phone = await as([], { locale: "zh", phone: true });
  await phone.open("/placement");
  await take(phone, "placement-zh-phone");
  await phone.open("/");
  await take(phone, "doors-zh-phone");
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
