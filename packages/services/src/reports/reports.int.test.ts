import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrokenAuditEntry, listAudit } from "../audit";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { getHome } from "../home";
import { submitAnswer } from "../practice";
import { makeActor, makeBank, sampleAnswers } from "../testing";
import { after, during, newAssignment, newSet } from "../testing/class-work";
import { getReport, listOwnReports, listReports, reportQuestion, resolveReport, seeReplies } from ".";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let learner: UserActor;
let editor: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
  [learner, editor] = await Promise.all([makeActor(), makeActor(["editor"])]);
});
afterAll(() => database.close());

async function answered(who: UserActor, questionId: string, seed: number) {
  const version = await getPublishedVersion(versions[questionId]!);
  const answer = hideAnswer(sampleAnswers[questionId]![0]!, disguiseOf(version, seed, instantiateVersion(version, seed)));
  const { submissionId } = await submitAnswer(who, { submissionKey: randomUUID(), versionId: version.id, seed, answer, confidence: null, durationMs: 1000 }, during);
  return { versionId: version.id, seed, submissionId };
}
const report = (who: UserActor, what: { versionId: string; seed: number; submissionId: string | null }, reportId: string = randomUUID()) =>
  reportQuestion(who, { reportId, ...what, kind: "wrong-key", text: "The key is wrong" }, { ...during, locale: "zh" });

test("a learner's report carries the variant and the answer; the editor sees both and not who it was", async () => {
  const what = await answered(learner, "numeric", 7);
  const { reportId } = await report(learner, what);
  await report(learner, what, reportId);
  const page = await listReports(editor, { state: "open", page: 1 });
  expect(page.reports.map(({ id }) => id)).toEqual([reportId]);
  const seen = await getReport(editor, { reportId }, { locale: "en" });
  expect(seen).toMatchObject({ seed: 7, locale: "zh", kind: "wrong-key", given: sampleAnswers.numeric![0], answers: 1, version: { number: 1, standing: "current", parameterised: true } });
  expect(seen.shown.stem).toMatch(/\d+ 加一/);
  for (const secret of [learner.id, learner.subjectId, learner.email, learner.name, what.submissionId]) expect(JSON.stringify(seen)).not.toContain(secret);
});

test("an editor's answer reaches the learner, is written in the trail, and stands when another editor comes late", async () => {
  const who = await makeActor();
  const { reportId } = await report(who, await answered(who, "single", 0));
  const answer = { reportId, state: "answered" as const, reply: "Mended, thank you." };
  await resolveReport(editor, answer, during);
  await resolveReport(editor, answer, during);
  await expect(resolveReport(await makeActor(["editor"]), { reportId, state: "dismissed", reply: "" }, during)).rejects.toMatchObject({ code: "REPORT_RESOLVED" });
  const { reports } = await listOwnReports(who, { page: 1 }, during);
  expect(reports).toMatchObject([{ id: reportId, state: "answered", reply: "Mended, thank you.", text: "The key is wrong" }]);
  expect((await listOwnReports(learner, { page: 1 }, during)).reports.map(({ id }) => id)).not.toContain(reportId);
  const { entries } = await listAudit(editor, { action: "question.reportAnswered" });
  expect(entries.filter(({ detail }) => detail.reportId === reportId)).toHaveLength(1);
  expect(await findBrokenAuditEntry()).toBeNull();
});

test("an editor sees how often each choice was taken, in the learner's order, and which is right", async () => {
  const { reportId } = await report(learner, await answered(learner, "multiple", 3));
  const { choices, shown, feedback } = await getReport(editor, { reportId }, { locale: "en" });
  expect(choices.map(({ html }) => html)).toEqual("choices" in shown ? shown.choices.map(({ html }) => html) : []);
  expect(choices.filter(({ correct }) => correct)).toHaveLength(2);
  expect(choices.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(2);
  expect(feedback?.verdict).toBe("right");
});

test("somebody else's submission, another variant's, and a draft cannot be reported", async () => {
  const stranger = await makeActor();
  const what = await answered(learner, "numeric", 9);
  await expect(report(stranger, what)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(report(learner, { ...what, seed: 10 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { rows } = await pool.query<{ id: string }>(
    `insert into question_version (question_id, number, kind, topic_slug, objective, difficulty, expected_seconds, misconceptions, spec, content_hash, origin)
     select question_id, 2, kind, topic_slug, objective, difficulty, expected_seconds, misconceptions, spec, 'x', 'editor' from question_version where id = $1 returning id`,
    [versions.single],
  );
  await expect(report(learner, { versionId: rows[0]!.id, seed: 0, submissionId: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a question of an open assignment is not reported from practice", async () => {
  const who = await makeActor();
  const teacher = await makeActor(["instructor"]);
  const what = await answered(who, "single", 0);
  await newAssignment(teacher, await newSet(teacher), [who]);
  await expect(report(who, what)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
});

test("an editor's reply about a question of an open assignment waits until that closes", async () => {
  const who = await makeActor();
  const teacher = await makeActor(["instructor"]);
  const { reportId } = await report(who, await answered(who, "single", 0));
  await resolveReport(editor, { reportId, state: "answered", reply: "The key was wrong: it is a." }, during);
  await newAssignment(teacher, await newSet(teacher), [who]);
  const [held] = (await listOwnReports(who, { page: 1 }, during)).reports;
  expect(held).toMatchObject({ state: "answered", heldBack: true, reply: null, submissionId: null });
  const [told] = (await listOwnReports(who, { page: 1 }, after)).reports;
  expect(told).toMatchObject({ heldBack: false, reply: "The key was wrong: it is a." });
});

test("nobody fills the desk: after fifty open reports a learner waits for an answer", async () => {
  const who = await makeActor();
  const what = { versionId: versions.single!, seed: 0, submissionId: null };
  for (let n = 0; n < 50; n++) await report(who, what);
  await expect(report(who, what)).rejects.toMatchObject({ code: "KEPT_TOO_MANY" });
});

test("home tells a learner that a report was answered until they have looked, and of a reply that is held back not before", async () => {
  const [who, other, teacher] = [await makeActor(), await makeActor(), await makeActor(["instructor"])];
  const replies = async (learnerAtHome: UserActor, context = during) => (await getHome(learnerAtHome, {}, context)).replies;
  const { reportId } = await report(who, await answered(who, "single", 0));
  expect(await replies(who)).toBe(0);
  await resolveReport(editor, { reportId, state: "answered", reply: "Mended, thank you." }, during);
  expect([await replies(who), await replies(other)]).toEqual([1, 0]);
  await newAssignment(teacher, await newSet(teacher), [who]);
  expect(await replies(who)).toBe(0);
  await seeReplies(who, {}, during);
  await seeReplies(other, {}, after);
  expect(await replies(who, after)).toBe(1);
  expect(await listOwnReports(who, { page: 1 }, after)).toMatchObject({ unseen: 1 });
  await seeReplies(who, {}, after);
  expect(await replies(who, after)).toBe(0);
  expect(await listOwnReports(who, { page: 1 }, after)).toMatchObject({ unseen: 0 });
});
