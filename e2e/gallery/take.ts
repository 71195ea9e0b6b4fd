import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { TestUser } from "@tidao/auth/testing";
import { calling, givenAnswer, givenList, givenReport } from "../arrange";
import { sql } from "../database";
import { type Person, signIn, test } from "../fixtures";
import { growTo } from "../load/grow";
import type { Tongue } from "../words";
import { folder, inDark, take, writePage } from "./picture";

// The pictures of the README. Not part of the tests: `TIDAO_GALLERY=1 npm test -- build journeys gallery`.

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
/** What she wrote, kept and was told. */
async function givenNotes(me: Person): Promise<void> {
  const { tell } = await calling(me);
  const about = (topicSlug: string, anchor: string | null) => ({ questionId: null, topicSlug, anchor });
  const notes: [object, string][] = [
    [about("memory-footprint", null), "Adam keeps **two** moments: $12$ bytes a parameter on top of weights and gradients."],
    [about("tokenisation", null), "- BPE merges\n- Unigram prunes\n- WordPiece takes the longest match"],
    [about("evaluation", null), "ROC-AUC: the chance that a positive is ranked above a negative."],
  ];
  for (const [place, body] of notes) await tell("notes.saveNote", { noteId: randomUUID(), place, body, revision: null });
  for (const questionId of ["mem-empty-cache-call", "eval-roc-axes", "tok-fmm-trace"]) await tell("bookmarks.setBookmark", { questionId, bookmarked: true });
  const list = await givenList(me, ["tok-fmm-trace", "mem-zero-two", "eval-roc-axes"], "On the train");
  await givenReport(me, await givenAnswer(me));
  await me.open(`/notes?tab=lists&list=${list}`);
  await take(me, "list-en");
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a learner's screens", async ({ seat }) => {
  test.setTimeout(300_000);
  writePage();
  const learners = await givenLearners();
  const sit = async (who: TestUser, options: Parameters<typeof seat>[0]): Promise<Person> => {
    const own = await seat(options);
    await signIn(own.context, who.id);
    if (options.scheme === "dark") await inDark(who);
    return { ...who, ...own };
  };
  const en = await sit(learners.en, { locale: "en" });
  const { tell } = await calling(en);
  await tell("paths.startPath", { slug: "interview-essentials" });
  await tell("paths.setPathDeadline", { slug: "interview-essentials", date: inDays(40) });
  await givenNotes(en);
  await en.open("/");
  await take(en, "home-en");
  for (const [path, name] of [["/topics?view=map", "map-en"], ["/reviews", "reviews-en"], ["/search?q=attention+cache", "search-en"], ["/paths/interview-essentials", "path-en"], ["/account/security", "account-en"], ["/account/data", "data-en"], ["/account/notifications", "notifications-en"],
    ["/notes?tab=bookmarks", "bookmarks-en"], ["/notes", "notes-en"], ["/notes?tab=reports", "reported-en"], ["/paths", "paths-en"], ["/search", "search-start-en"], ["/plan", "plan-form-en"],
    ["/analytics?q=cache", "analytics-scope-en"]] as const) {
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
  await givenList(zh, ["tok-fmm-trace", "mem-zero-two"], "地铁上");
  await givenList(zh, ["eval-roc-axes"], "面试前一晚");
  await (await calling(zh)).tell("plan.setPlan", { date: inDays(30), minutesADay: 30, daysOff: [7], weights: {} });
  for (const [path, name] of [["/", "home-zh-dark"], ["/plan", "plan-zh-dark"], ["/analytics", "analytics-zh-dark"], ["/search?q=%E7%BC%93%E5%AD%98", "search-zh-dark"], ["/topics", "topics-zh-dark"],
    ["/glossary", "glossary-zh-dark"], ["/account", "profile-zh-dark"], ["/notes?tab=lists", "lists-zh-dark"]] as const) {
    await zh.open(path);
    await take(zh, name);
  }
  await zh.open("/reviews");
  await zh.page.locator("#settings").evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await take(zh, "review-settings-zh-dark");
  await zh.open("/topics/tokenisation");
  await zh.page.getByRole("figure").first().scrollIntoViewIfNeeded();
  await take(zh, "lesson-zh-dark");
});
