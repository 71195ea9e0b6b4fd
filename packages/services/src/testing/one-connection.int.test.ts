import { randomUUID } from "node:crypto";
import { fixedClock } from "@tidao/kernel";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setBookmark } from "../bookmarks";
import { getExport, requestExport } from "../data-export";
import { runWaitingExports } from "../data-export/run-waiting-exports";
import { createJobSchema } from "../jobs";
import { saveNote } from "../notes";
import { publishDraft, saveDraft } from "../questions";
import { removeOverride, setOverride } from "../results";
import { makeActor, makeBank, sampleSpecs } from ".";
import { answerAll, before, newAssignment, newSet } from "./class-work";

// a request that holds a connection and waits for a second one stands still as soon as as many do so as there are connections
const poolBefore = process.env.DB_POOL;
process.env.DB_POOL = "1";
process.env.NEXTAUTH_SECRET = "a secret of this test";
const context = { clock: fixedClock("2026-03-02T10:00:00Z") };
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
beforeAll(async () => {
  database = await openTestDatabase();
  await createJobSchema(database.ownerUrl);
  versions = await makeBank();
});
afterAll(async () => {
  await database.close();
  process.env.DB_POOL = poolBefore;
});

test("an editor publishes where there is one connection", async () => {
  const editor = await makeActor(["editor"]);
  const spec = { ...sampleSpecs.single, hints: [{ zh: "提示", en: "Hint" }] };
  await saveDraft(editor, { questionId: "single", spec, revision: null, published: versions.single! }, context);
  expect(await publishDraft(editor, { questionId: "single", revision: 1, corrects: false }, context)).toMatchObject({ number: 2 });
});

test("an instructor gives a learner more time and takes it back where there is one connection", async () => {
  const [teacher, learner] = [await makeActor(["instructor"]), await makeActor()];
  const { id: assignmentId } = await newAssignment(teacher, await newSet(teacher), [learner]);
  await setOverride(teacher, { assignmentId, userId: learner.id, dueAt: null, attempts: 2, reason: "Was ill" }, before);
  expect(await removeOverride(teacher, { assignmentId, userId: learner.id }, before)).toBeNull();
});

test("an export of everything is made where there is one connection: what it tells is read beside the pool, what it writes goes through it", async () => {
  const [teacher, learner] = [await makeActor(["instructor"]), await makeActor()];
  const { id } = await newAssignment(teacher, await newSet(teacher), [learner]);
  await answerAll(learner, id, [0, 1]);
  await saveNote(learner, { noteId: randomUUID(), place: { questionId: "multiple", topicSlug: null, anchor: null }, body: "Mind the denominator", revision: null }, before);
  await setBookmark(learner, { questionId: "multiple", bookmarked: true }, before);
  await requestExport(learner, {}, context);
  expect(await runWaitingExports(context.clock)).toBe(1);
  expect((await getExport(learner, {}, context)).export?.state).toBe("ready");
});
