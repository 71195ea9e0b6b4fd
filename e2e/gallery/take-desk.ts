import { randomUUID } from "node:crypto";
import { calling, givenAnswer, givenAssignment, givenAttempt, givenDraft, givenQuestion, givenReport } from "../arrange";
import { expect, test } from "../fixtures";
import { answerSomehow } from "../screens/question";
import { workOfClass } from "./class-of-engineers";
import { inDark, take } from "./picture";

const questions = ["tok-fmm-trace", "tok-learns-from", "tok-unseen-emoji", "eval-roc-axes", "eval-do-nothing-filter", "mem-empty-cache-call", "mem-prefix-cache-effect", "mem-lowest-zero-stage"];

test("a class, as its instructor sees it", async ({ as }) => {
  test.setTimeout(240_000);
  const teacher = await as(["instructor"], { name: "Zhou Min", zone: "Europe/London" });
  const room = await givenAssignment(teacher, { className: "LLM engineering, spring", title: "Week three: tokens and memory", questions });
  const [learner] = await workOfClass(room);
  await teacher.open("/teach");
  await take(teacher, "teach-en");
  const results = `/teach/assignments/${room.assignmentId}`;
  for (const [path, name] of [[results, "results-en-light"], [`${results}?view=questions`, "questions-of-class-en"], [`${results}/learners/${learner!.id}`, "work-en"],
    [`/teach/classes/${room.classId}`, "class-en-light"], [`/teach/classes/${room.classId}/assign`, "assign-en"], [`/teach/sets/${room.setId}`, "set-en"]] as const) {
    await teacher.open(path);
    await take(teacher, name);
  }
  const chinese = await as(["instructor"], { name: "周敏", locale: "zh", zone: "Asia/Shanghai", scheme: "dark" });
  await inDark(chinese);
  const second = await givenAssignment(chinese, { className: "大模型工程，春季班", title: "第三周：分词与显存", questions });
  await givenAttempt(await as([], { name: "林小雨" }), second);
  await chinese.open("/teach/sets");
  await take(chinese, "sets-zh-dark");
  await chinese.open(`/teach/assignments/${second.assignmentId}`);
  await chinese.page.getByRole("button", { name: new RegExp(chinese.words.teach.results.extend) }).first().click();
  await expect(chinese.page.getByRole("dialog")).toBeVisible();
  await take(chinese, "extension-zh-dark");
});

test("a class, as a learner sees it", async ({ as }) => {
  test.setTimeout(240_000);
  const teacher = await as(["instructor"], { name: "Zhou Min" });
  const room = await givenAssignment(teacher, { className: "LLM engineering, spring", title: "Week three: tokens", questions: questions.slice(0, 5), feedback: "immediately" });
  const me = await as([], { locale: "en", name: "Ada" });
  const attempt = await givenAttempt(me, room);
  const coming = await givenAssignment(teacher, { className: "Serving, Tuesdays", title: "Week four: the cache", questions: questions.slice(5) });
  await (await calling(me)).tell("classes.joinClass", { code: coming.joinCode });
  for (const [path, name] of [["/classes", "classes-en"], ["/assignments", "assignments-en"], [`/assignments/${room.assignmentId}/attempts/${attempt}`, "attempt-result-en"]] as const) {
    await me.open(path);
    await take(me, name);
  }
  const again = await (await calling(me)).tell<{ attemptId: string }>("assignments.startAttempt", { assignmentId: coming.assignmentId });
  await me.open(`/assignments/${coming.assignmentId}/attempts/${again.attemptId}`);
  await answerSomehow(me);
  await take(me, "attempt-en");

  const chinese = await givenAssignment(teacher, { className: "大模型工程，春季班", title: "第三周：分词与显存", questions });
  const phone = await as([], { locale: "zh", phone: true, name: "林小雨" });
  await phone.open(`/join/${chinese.joinCode}`);
  await take(phone, "join-zh-phone");
  const { attemptId } = await (async () => {
    const { tell } = await calling(phone);
    await tell("classes.joinClass", { code: chinese.joinCode });
    return tell<{ attemptId: string }>("assignments.startAttempt", { assignmentId: chinese.assignmentId });
  })();
  await phone.open(`/assignments/${chinese.assignmentId}/attempts/${attemptId}`);
  await answerSomehow(phone);
  await take(phone, "attempt-zh-phone");
  const dark = await as([], { locale: "zh", scheme: "dark", name: "刘晨" });
  await inDark(dark);
  await (await calling(dark)).tell("classes.joinClass", { code: chinese.joinCode });
  await dark.open(`/assignments/${chinese.assignmentId}`);
  await take(dark, "assignment-zh-dark");
});

test("the desk", async ({ as }) => {
  test.setTimeout(240_000);
  const editor = await as(["editor"], { name: "沈编", locale: "zh", zone: "Asia/Shanghai" });
  const learner = await as([], { name: "Ada Okafor" });
  const report = await givenReport(learner, await givenAnswer(learner));
  await editor.page.setViewportSize({ width: 1440, height: 900 });
  for (const [path, name] of [["/", "desk-zh"], ["/questions", "questions-zh-light"], ["/reports", "reports-zh"]] as const) {
    await editor.open(path, "admin");
    await take(editor, name);
  }
  await inDark(editor);
  await editor.open("/questions/tok-crf-parameters", "admin");
  await expect(editor.page.getByText(editor.words.admin.editor.problems.none)).toBeVisible();
  await take(editor, "editor-zh-dark");

  const english = await as(["editor"], { name: "Shen Bian", locale: "en" });
  const id = `draw-${randomUUID().slice(0, 8)}`;
  const published = await givenQuestion(english, {
    id,
    topicSlug: "tokenisation",
    stem: { zh: "BPE 的一次合并选哪一对？", en: "Which pair does one merge of BPE take?" },
    choices: [
      { id: "frequent", zh: "出现最多的一对", en: "The most frequent one", correct: true },
      { id: "longest", zh: "最长的一对", en: "The longest one" },
      { id: "first", zh: "最先出现的一对", en: "The first one" },
    ],
  });
  const draft = await givenDraft(english, id, published);
  for (const [path, name] of [["/new-question", "new-question-en"], [`/questions/${id}/history`, "history-en"], [`/questions/${id}/compare?from=${published.versionId}&to=${draft}`, "compare-en"], [`/reports/${report}`, "report-en"]] as const) {
    await english.open(path, "admin");
    await take(english, name);
  }

  const admin = await as(["admin"], { name: "Zhao Guan", locale: "en", scheme: "dark" });
  await inDark(admin);
  await admin.open("/users", "admin");
  await take(admin, "users-en-dark");
  const light = await as(["admin"], { name: "赵管", locale: "zh" });
  await light.open(`/users/${learner.id}`, "admin");
  await take(light, "user-zh");
  const auditor = await as(["admin"], { name: "Zhao Guan", locale: "en" });
  await auditor.open("/audit", "admin");
  await take(auditor, "audit-en");
});
