import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getNextQuestion } from "../practice";
import { makeActor, makeBank } from "../testing";
import { after, during, newAssignment, newSet } from "../testing/class-work";
import { createList, deleteList, getList, getMarks, keepInList, listBookmarks, listLists, orderLists, restoreList, setBookmark, updateList } from ".";

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

const mark = (questionId: string, bookmarked = true, who = learner) => setBookmark(who, { questionId, bookmarked }, during);
const marked = async (who = learner, at = during) => (await listBookmarks(who, { page: 1 }, at)).questions.map(({ questionId }) => questionId);
const made = async (name: string, questions: string[] = [], who = learner) => {
  const { id } = await createList(who, { listId: randomUUID(), name }, during);
  for (const questionId of questions) await keepInList(who, { listId: id, questionId, kept: true }, during);
  return id;
};

test("a bookmark is put once however often it is pressed, seen by its owner alone, and taken away", async () => {
  await Promise.all([mark("single"), mark("single"), mark("single")]);
  await mark("cloze");
  expect((await marked()).toSorted()).toEqual(["cloze", "single"]);
  expect(await marked(stranger)).toEqual([]);
  expect(await getMarks(learner, { questionId: "single" }, during)).toMatchObject({ bookmarked: true, note: null });
  await mark("single", false);
  await mark("single", false);
  expect(await marked()).toEqual(["cloze"]);
});

test("a question that was never published cannot be marked; a parameterised one shows what it asks", async () => {
  await pool.query(`insert into question (id, topic_slug, kind) values ('unpublished', 'sample', 'single-choice')`);
  await expect(mark("unpublished")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await mark("numeric");
  const { questions } = await listBookmarks(learner, { page: 1 }, during);
  expect(questions.find(({ questionId }) => questionId === "numeric")).toMatchObject({ askable: true, verdict: null, stemHtml: expect.stringMatching(/\d+ plus one/) });
});

test("while an open assignment holds a question, its bookmark is held back and none is put; after it, it is there again", async () => {
  const who = await makeActor();
  const teacher = await makeActor(["instructor"]);
  await mark("single", true, who);
  await newAssignment(teacher, await newSet(teacher), [who]);
  expect(await listBookmarks(who, { page: 1 }, during)).toMatchObject({ questions: [], total: 0, heldBack: 1 });
  await expect(mark("cloze", true, who)).rejects.toMatchObject({ code: "QUESTION_WITHHELD" });
  expect(await marked(who, after)).toEqual(["single"]);
});

test("a learner makes a list once, renames it, orders it, and practises it in that order", async () => {
  const listId = randomUUID();
  await Promise.all([1, 2].map(() => createList(learner, { listId, name: "Interview" }, during)));
  for (const questionId of ["single", "cloze", "matching"]) await keepInList(learner, { listId, questionId, kept: true }, during);
  await keepInList(learner, { listId, questionId: "cloze", kept: true }, during);
  await updateList(learner, { listId, name: "Monday", questionIds: ["matching", "single", "cloze"] }, during);
  const { list, questions } = await getList(learner, { listId }, during);
  expect(list).toMatchObject({ name: "Monday", questions: 3 });
  expect(questions.map(({ questionId }) => questionId)).toEqual(["matching", "single", "cloze"]);
  const asked: string[] = [];
  for (let n = 0; n < 4; n++) {
    const { question, total } = await getNextQuestion(learner, { list: listId, except: asked, dueOnly: false }, during);
    expect(total).toBe(3);
    if (question) asked.push(question.questionId);
  }
  expect(asked).toEqual(["matching", "single", "cloze"]);
});

test("an order from an old page adds nothing, and what was put in meanwhile stays", async () => {
  const listId = await made("Short", ["single", "cloze", "error"]);
  await updateList(learner, { listId, questionIds: ["error", "short", "single"] }, during);
  expect((await getList(learner, { listId }, during)).questions.map(({ questionId }) => questionId)).toEqual(["error", "single", "cloze"]);
});

test("lists keep the order that the learner gives them; one that was removed comes back with its questions", async () => {
  const who = await makeActor();
  const [a, b, c] = [await made("a", ["single"], who), await made("b", [], who), await made("c", [], who)];
  await orderLists(who, { listIds: [c, a] });
  expect((await listLists(who, {})).map(({ name }) => name)).toEqual(["c", "a", "b"]);
  await deleteList(who, { listId: a }, during);
  expect((await listLists(who, {})).map(({ name }) => name)).toEqual(["c", "b"]);
  await expect(getNextQuestion(who, { list: a, except: [], dueOnly: false }, during)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await restoreList(who, { listId: a });
  expect((await listLists(who, {})).map(({ name, questions }) => [name, questions])).toEqual([["c", 0], ["a", 1], ["b", 0]]);
  expect(b).toBeTruthy();
});

test("a stranger can do nothing with a list, nor make one under its id", async () => {
  const listId = await made("Mine", ["single"]);
  const tries = [
    () => getList(stranger, { listId }, during),
    () => updateList(stranger, { listId, name: "Theirs" }, during),
    () => keepInList(stranger, { listId, questionId: "cloze", kept: true }, during),
    () => deleteList(stranger, { listId }, during),
    () => restoreList(stranger, { listId }),
    () => createList(stranger, { listId, name: "Theirs" }, during),
    () => getNextQuestion(stranger, { list: listId, except: [], dueOnly: false }, during),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
  await orderLists(stranger, { listIds: [listId] });
  expect((await getList(learner, { listId }, during)).list).toMatchObject({ name: "Mine", questions: 1 });
});
