import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { questionSpec, variantSeeds } from "@tidao/grading";
import { fixedClock, type Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertVersion } from "../bank/version.repo";
import { versionContent } from "../bank/version-row";
import { makeActor, makeBank, sampleSpecs } from "../testing";
import { browseBank, getBankQuestion } from "./browse-bank";
import { createSet, getSet, listSets, updateSet } from "./manage-set";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const at = (minute: number) => ({
  clock: fixedClock(new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString()),
  locale: "en" as Locale,
});
const context = at(0);
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
let instructor: UserActor;
let stranger: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
  instructor = await makeActor(["learner", "instructor"]);
  stranger = await makeActor(["learner", "instructor"]);
});
afterAll(() => database.close());

const item = (questionId: string, more: { points?: number; pin?: boolean } = {}) => ({
  questionId,
  points: 1,
  pin: false,
  ...more,
});
const newSet = async (...questions: string[]) => {
  const set = await createSet(instructor, { title: "Week 1" }, context);
  if (questions.length) await updateSet(instructor, { setId: set.id, items: questions.map((q) => item(q)) }, context);
  return set.id;
};
const order = async (setId: string) => (await getSet(instructor, { setId }, context)).items.map((i) => i.questionId);
/** An editor publishes another version of a question. */
async function publishAgain(questionId: string, number: number): Promise<string> {
  const content = await versionContent(questionSpec.parse({ ...sampleSpecs[questionId], expectedSeconds: 90 }));
  const id = await insertVersion(pool, {
    questionId,
    topicSlug: "sample",
    number,
    status: "published",
    content,
    origin: "editor",
    authorId: null,
    note: null,
    correctsVersionId: null,
    at: new Date(),
  });
  await pool.query(`update question set published_version_id = $2 where id = $1`, [questionId, id]);
  return id;
}

describe("a set of an instructor", () => {
  test("keeps the order, the points and the pins it was saved with", async () => {
    const setId = await newSet();
    const items = [item("cloze", { points: 3 }), item("single", { pin: true }), item("numeric")];
    expect(await updateSet(instructor, { setId, items }, context)).toMatchObject({
      questions: 3,
      points: 5,
      expectedSeconds: 180,
    });
    const stored = await getSet(instructor, { setId }, context);
    expect(stored.items).toMatchObject([
      { questionId: "cloze", points: 3, pinned: false, question: { kind: "cloze", topicTitle: "Sample" } },
      { questionId: "single", points: 1, pinned: true, question: { versionId: versions["single"] } },
      { questionId: "numeric", points: 1, pinned: false, question: { parameterised: true } },
    ]);
    await updateSet(instructor, { setId, items: [items[2]!, items[0]!] }, context);
    expect(await order(setId)).toEqual(["numeric", "cloze"]);
  });

  test("does not exist for another instructor, whatever they try", async () => {
    const setId = await newSet("single");
    const notFound = { code: "NOT_FOUND" };
    await expect(getSet(stranger, { setId }, context)).rejects.toMatchObject(notFound);
    await expect(updateSet(stranger, { setId, items: [] }, context)).rejects.toMatchObject(notFound);
    await expect(updateSet(stranger, { setId, archived: true }, context)).rejects.toMatchObject(notFound);
    await expect(getSet(instructor, { setId: randomUUID() }, context)).rejects.toMatchObject(notFound);
    expect((await listSets(stranger, {}, context)).map((s) => s.id)).not.toContain(setId);
    expect(await order(setId)).toEqual(["single"]);
  });

  test("is saved whole or not at all: an unknown question leaves it as it was", async () => {
    const setId = await newSet("single", "cloze");
    const items = [item("matching"), item("no-such-question")];
    await expect(updateSet(instructor, { setId, items, title: "Other" }, context)).rejects.toMatchObject({
      code: "QUESTION_NOT_PUBLISHED",
    });
    expect(await order(setId)).toEqual(["single", "cloze"]);
    expect((await getSet(instructor, { setId }, context)).set.title).toBe("Week 1");
  });

  test("that was saved in another window meanwhile is not overwritten", async () => {
    const setId = await newSet("single");
    const { set } = await getSet(instructor, { setId }, context);
    const saved = await updateSet(instructor, { setId, seenAt: set.updatedAt, items: [item("cloze")] }, at(1));
    await expect(updateSet(instructor, { setId, seenAt: set.updatedAt, items: [] }, at(2))).rejects.toMatchObject({
      code: "DRAFT_CHANGED_MEANWHILE",
    });
    expect(await order(setId)).toEqual(["cloze"]);
    await updateSet(instructor, { setId, seenAt: saved.updatedAt, items: [item("cloze"), item("single")] }, at(3));
    expect(await order(setId)).toEqual(["cloze", "single"]);
  });

  test("keeps a pinned version when it is saved again after a newer one was published", async () => {
    const setId = await newSet();
    await updateSet(instructor, { setId, items: [item("error", { pin: true }), item("ordering")] }, context);
    const [newError, newOrdering] = [await publishAgain("error", 2), await publishAgain("ordering", 2)];
    await updateSet(instructor, { setId, items: [item("ordering"), item("error", { pin: true })] }, context);
    const { items } = await getSet(instructor, { setId }, context);
    expect(items).toMatchObject([
      { question: { versionId: newOrdering }, newest: { versionId: newOrdering, number: 2 } },
      { question: { versionId: versions["error"] }, newest: { versionId: newError, number: 2 } },
    ]);
    await updateSet(instructor, { setId, items: [{ ...item("error", { pin: true }), versionId: newError }] }, context);
    expect((await getSet(instructor, { setId }, context)).items).toMatchObject([
      { pinned: true, question: { versionId: newError } },
    ]);
  });

  test("may hold a question that was retired meanwhile, but takes no retired one in", async () => {
    const setId = await newSet("short", "single");
    await pool.query(`update question set published_version_id = null where id = 'short'`);
    await updateSet(instructor, { setId, items: [item("single"), item("short")] }, context);
    expect((await getSet(instructor, { setId }, context)).items).toMatchObject([
      { question: { kind: "single-choice" } },
      { questionId: "short", question: null },
    ]);
    const other = await newSet();
    await expect(updateSet(instructor, { setId: other, items: [item("short")] }, context)).rejects.toMatchObject({
      code: "QUESTION_NOT_PUBLISHED",
    });
    await pool.query(`update question set published_version_id = $1 where id = 'short'`, [versions["short"]]);
  });

  test("that is archived goes to the end of the list and comes back", async () => {
    const [old, recent] = [await newSet(), await newSet()];
    await updateSet(instructor, { setId: recent, archived: true }, at(30));
    const ids = (await listSets(instructor, {}, context)).map((s) => s.id);
    expect(ids.indexOf(recent)).toBeGreaterThan(ids.indexOf(old));
    expect(await updateSet(instructor, { setId: recent, archived: false }, at(31))).toMatchObject({ archived: false });
  });
});

describe("the bank", () => {
  const ids = async (filter: Parameters<typeof browseBank>[1]) =>
    (await browseBank(instructor, filter, context)).questions.map((q) => q.questionId);

  test("is found by words in either language, by id, by topic, kind and difficulty", async () => {
    expect(await ids({})).toHaveLength(8);
    expect(await ids({ text: "单选" })).toEqual(["single"]);
    expect(await ids({ text: "  SINGLE " })).toEqual(["single"]);
    expect(await ids({ text: "100%_" })).toEqual([]);
    expect(await ids({ text: "matching" })).toEqual(["matching"]);
    // words in any order, of either language, the id and the topic's name
    expect(await ids({ text: "one PLUS" })).toEqual(["numeric"]);
    expect(await ids({ text: "sample 加一  numeric" })).toEqual(["numeric"]);
    expect(await ids({ text: "Sample" })).toHaveLength(8);
    expect(await ids({ text: "plus single" })).toEqual([]);
    expect(await ids({ kind: "numeric" })).toEqual(["numeric"]);
    expect(await ids({ topic: "elsewhere" })).toEqual([]);
    expect(await ids({ topic: "sample", difficulty: 3 })).toHaveLength(8);
    expect(await ids({ difficulty: 5 })).toEqual([]);
  });

  test("gives its last page when one beyond it is asked for", async () => {
    expect(await browseBank(instructor, { page: 9 }, context)).toMatchObject({ total: 8, page: 1, pages: 1 });
    expect(await browseBank(instructor, { difficulty: 5, page: 2 }, context)).toMatchObject({
      total: 0,
      page: 1,
      pages: 1,
      questions: [],
    });
  });

  test("says how all learners fared, with how many answers stand behind it", async () => {
    await pool.query(
      `insert into question_counter (question_id, submissions, "right", micro_points) values ('matching', 4, 2, 3000000)`,
    );
    const [found] = (await browseBank(instructor, { text: "matching" }, context)).questions;
    expect(found).toMatchObject({ facility: 0.75, answers: 4 });
    const setId = await newSet("matching", "cloze");
    expect((await getSet(instructor, { setId }, context)).items.map((i) => i.question?.facility)).toEqual([0.75, null]);
  });

  test.each(["single", "multiple", "numeric", "ordering", "matching", "cloze", "error", "short"])(
    "previews %s as a learner meets it, with a key that earns the full mark",
    async (questionId) => {
      const found = await getBankQuestion(instructor, { questionId, seed: 5 }, context);
      expect(found.feedback).toMatchObject({ verdict: "right", points: 1 });
      expect(found.feedback.solutionHtml).toContain("Solution");
      expect(found.key).toEqual(found.feedback.correctAnswer);
      expect(found.variants).toBe(questionId === "numeric" ? variantSeeds : 1);
    },
  );

  test("previews a pinned version, and no version of another question", async () => {
    const newest = await publishAgain("cloze", 2);
    expect(
      await getBankQuestion(instructor, { questionId: "cloze", versionId: versions["cloze"], seed: 0 }, context),
    ).toMatchObject({ versionNumber: 1 });
    expect(await getBankQuestion(instructor, { questionId: "cloze", seed: 0 }, context)).toMatchObject({
      versionId: newest,
      versionNumber: 2,
    });
    const wrong = getBankQuestion(instructor, { questionId: "single", versionId: newest, seed: 0 }, context);
    await expect(wrong).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
