import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { purgeExpired } from "../housekeeping/purge-expired";
import { makeActor, makeBank } from "../testing";
import { during, newAssignment, newSet } from "../testing/class-work";
import { searchCourse, searchInput } from "../search";
import { deleteNote, listNotes, listTopicNotes, restoreNote, saveNote } from ".";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let learner: UserActor;
let stranger: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  [learner, stranger] = await Promise.all([makeActor(), makeActor()]);
});
afterAll(() => database.close());

const nowhere = { questionId: null, topicSlug: null, anchor: null };
const onQuestion = (questionId: string) => ({ ...nowhere, questionId });
type Written = Partial<Parameters<typeof saveNote>[1] & { who: UserActor }>;
const write = (body: string, { noteId = randomUUID(), revision = null, place = onQuestion("single"), who = learner }: Written = {}) =>
  saveNote(who, { noteId, place, body, revision }, during);
const list = (who: UserActor, query: Partial<Parameters<typeof listNotes>[1]> = {}) => listNotes(who, { page: 1, ...query }, during);

test("a learner writes Markdown with mathematics; a script in it stays words, and the source is kept as written", async () => {
  const body = "**Loss** is $-\\log p$ <script>alert(1)</script> [x](javascript:alert(1))";
  const { note } = await write(body);
  expect(note.body).toBe(body);
  expect(note.html).toContain("<strong>Loss</strong>");
  expect(note.html).toContain("katex");
  expect(note.html).not.toMatch(/<script|href=/);
  expect(note.topicSlug).toBe("sample");
});

test("a call that is repeated because its answer was lost makes one note and one change", async () => {
  const noteId = randomUUID();
  await write("first", { noteId });
  const again = await write("first", { noteId });
  expect(again).toMatchObject({ saved: true, note: { revision: 1 } });
  expect(await write("second", { noteId, revision: 1 })).toMatchObject({ saved: true, note: { revision: 2 } });
  expect(await write("second", { noteId, revision: 1 })).toMatchObject({ saved: true, note: { revision: 2 } });
});

test("many who write at once do not wait for each other for ever", { timeout: 20_000 }, async () => {
  const who = await makeActor();
  const saved = await Promise.all(Array.from({ length: 40 }, (_, n) => write(`at once ${n}`, { who })));
  expect(saved.every((each) => each.saved)).toBe(true);
});

test("a note that was changed in another window is not written over: the newer text comes back", async () => {
  const noteId = randomUUID();
  await write("one", { noteId });
  await write("theirs", { noteId, revision: 1 });
  expect(await write("mine", { noteId, revision: 1 })).toMatchObject({ saved: false, note: { body: "theirs", revision: 2 } });
  expect(await write("both", { noteId, revision: 2 })).toMatchObject({ saved: true, note: { body: "both", revision: 3 } });
});

test("two windows that save at one instant: one is stored, the other hears of it", async () => {
  const noteId = randomUUID();
  await write("start", { noteId });
  const saved = await Promise.all(["a", "b", "c"].map((body) => write(body, { noteId, revision: 1 })));
  expect(saved.filter((each) => each.saved)).toHaveLength(1);
});

test("a stranger can neither read, change, remove nor bring back a note", async () => {
  const { note } = await write("mine alone");
  await expect(write("theirs", { noteId: note.id, revision: 1, who: stranger })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(write("theirs", { noteId: note.id, who: stranger })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(deleteNote(stranger, { noteId: note.id }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(restoreNote(stranger, { noteId: note.id }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await list(stranger)).notes).toEqual([]);
  expect((await list(learner, { text: "MINE alone" })).notes).toHaveLength(1);
});

test("a note on nothing that there is, or on a question that was never published nor answered, is refused", async () => {
  await pool.query(`insert into question (id, topic_slug, kind) values ('unpublished', 'sample', 'single-choice')`);
  await expect(write("x", { place: onQuestion("unpublished") })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(write("x", { place: { ...nowhere, topicSlug: "none" } })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a note that was removed is gone from the list, comes back when that is undone, and is deleted for good after a day", async () => {
  const who = await makeActor();
  const { note } = await write("to remove", { who });
  await deleteNote(who, { noteId: note.id }, during);
  expect((await list(who)).total).toBe(0);
  await restoreNote(who, { noteId: note.id }, during);
  expect((await list(who)).total).toBe(1);
  await deleteNote(who, { noteId: note.id }, during);
  await purgeExpired(fixedClock("2026-03-07T10:00:00Z"));
  await expect(restoreNote(who, { noteId: note.id }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("notes are found by a word and by topic, twenty a page; sections of a lesson have their own", async () => {
  const who = await makeActor();
  for (let n = 0; n < 21; n++) await write(`number ${n}`, { who, place: nowhere });
  await write("On a section 缓存", { who, place: { ...nowhere, topicSlug: "sample", anchor: "what-for" } });
  const all = await list(who);
  expect([all.notes.length, all.total, all.pages]).toEqual([20, 22, 2]);
  expect((await list(who, { page: 9 })).notes).toHaveLength(2);
  expect((await list(who, { text: "缓存" })).notes).toHaveLength(1);
  expect((await list(who, { topic: "sample" })).total).toBe(1);
  expect(all.topics.map(({ slug }) => slug)).toEqual(["sample"]);
  expect(await listTopicNotes(who, { topicSlug: "sample" }, during)).toMatchObject([{ anchor: "what-for" }]);
  expect(await listTopicNotes(stranger, { topicSlug: "sample" }, during)).toEqual([]);
});

test("while an open assignment holds a question, its notes are held back and none is written", async () => {
  const who = await makeActor();
  const teacher = await makeActor(["instructor"]);
  await write("the key is a", { who });
  await newAssignment(teacher, await newSet(teacher), [who]);
  expect(await list(who)).toMatchObject({ notes: [], total: 0, heldBack: 1 });
  await expect(write("again", { who })).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
});

test("a note is found by search as long as it stands, in its newest words, by its owner alone", async () => {
  const who = await makeActor();
  const found = async (text: string, by = who) => (await searchCourse(by, searchInput.parse({ query: text }), during)).hits.filter(({ kind }) => kind === "note").length;
  const { note } = await write("A quagga crossed", { who });
  expect([await found("quagga"), await found("quagga", stranger)]).toEqual([1, 0]);
  await write("An okapi crossed", { who, noteId: note.id, revision: 1 });
  expect([await found("quagga"), await found("okapi")]).toEqual([0, 1]);
  await deleteNote(who, { noteId: note.id }, during);
  expect(await found("okapi")).toBe(0);
  await restoreNote(who, { noteId: note.id }, during);
  expect(await found("okapi")).toBe(1);
});
test("a text that no reader can take apart is stored all the same", async () => {
  const { note } = await write(">".repeat(10_000));
  expect(note.html).toMatch(/^<pre tabindex="0"><code>>{10000}/);
});
