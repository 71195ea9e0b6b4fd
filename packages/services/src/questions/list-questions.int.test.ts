import type { UserActor } from "@tidao/access";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeActor, makeBank } from "../testing";
import { createQuestion } from "./edit-question";
import { listQuestions, listQuestionTopics, questionFilterInput } from "./list-questions";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let editor: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeBank();
  editor = await makeActor(["editor"]);
});
afterAll(() => database.close());

test("a topic that an import renames is called so within a quarter of a minute, also where its name is asked for all the time", async () => {
  const begun = performance.now();
  const now = vi.spyOn(performance, "now");
  const titles = new Set<string>();
  for (let second = 0; second <= 20; second += 5) {
    now.mockReturnValue(begun + second * 1000);
    const topics = await listQuestionTopics(editor, {});
    titles.add(topics.find(({ slug }) => slug === "sample")!.title.en);
    if (second === 0) await pool.query(`update topic set body = jsonb_set(body, '{title,en}', '"Renamed"') where slug = 'sample'`);
    // the cache looks at the clock once in a millisecond
    await new Promise((done) => setTimeout(done, 5));
  }
  now.mockRestore();
  expect([...titles]).toEqual([expect.not.stringMatching("Renamed"), "Renamed"]);
});

test("an editor's words find a question in any order, in either language or its id, and signs stand for themselves", async () => {
  const found = async (text: string) =>
    (await listQuestions(editor, questionFilterInput.parse({ text }))).questions.map(({ id }) => id);
  const begun = { questionId: "bytes-each", topicSlug: "sample", kind: "cloze" } as const;
  await createQuestion(editor, begun, { clock: fixedClock("2026-03-02T10:00:00Z") });
  await pool.query(`update question_version set search_text = $1 where question_id = 'bytes-each'`, [
    "fp16 takes 2 bytes a parameter: 50% of fp32\nfp16 每个参数占 2 字节，是 fp32 的 50%",
  ]);
  for (const text of ["bytes fp16", "Parameter  ＦＰ16", "字节 bytes", "参数\ts-each", "50% BYTES "])
    expect(await found(text), text).toEqual(["bytes-each"]);
  for (const text of ["bytes fp8", "b_tes", "5%0", "fp16\\"]) expect(await found(text), text).toEqual([]);
  expect((await found(" ")).length).toBeGreaterThan(1);
});

test("an editor finds a topic's questions by its name in either language, with words of the question beside it", async () => {
  const names = { zh: "分词与ＢＰＥ", en: "Tokenisation of text" };
  await pool.query(`insert into topic (slug, number, area, body, prerequisites, source_hash) values ('cut', 7, 'data', $1, '{}', 'h')`, [
    { title: names, objectives: [], misconceptions: [] },
  ]);
  for (const questionId of ["first-cut", "other-cut"])
    await createQuestion(editor, { questionId, topicSlug: "cut", kind: "cloze" }, { clock: fixedClock("2026-03-02T10:00:00Z") });
  const found = async (text: string) => {
    const { questions, facets } = await listQuestions(editor, questionFilterInput.parse({ text }));
    return { ids: questions.map(({ id }) => id), topics: facets.topics };
  };
  for (const text of ["tokenisation", "分词", "Text tokenisation", "bpe 分词"])
    expect(await found(text), text).toEqual({ ids: ["first-cut", "other-cut"], topics: { cut: 2 } });
  expect((await found("分词 first")).ids).toEqual(["first-cut"]);
  expect((await found("tokenisation sample")).ids).toEqual([]);
});

test("the newest version stands for a question, which is counted under each status it is found under, and every order is followed", async () => {
  const list = async (filter: Partial<Parameters<typeof listQuestions>[1]> = {}) =>
    listQuestions(editor, questionFilterInput.parse({ topic: "sample", ...filter }));
  const idsOf = async (filter: Parameters<typeof list>[0]) => (await list(filter)).questions.map(({ id }) => id);
  const before = (await list()).facets;
  const { topics: _, ...rest } = (await list({ text: "bytes-each" })).facets;
  expect(rest).toMatchObject({ total: 1, kinds: { cloze: 1 }, statuses: { draft: 1 } });
  await pool.query(
    `insert into question_version (question_id, number, kind, topic_slug, objective, difficulty, expected_seconds, spec, content_hash, search_text, origin, updated_at)
     select question_id, 2, kind, topic_slug, objective, 5, 60, spec, 'new', 'written anew', 'editor', now() + interval '1 day' from question_version where question_id = 'single'`,
  );
  await pool.query(`update question set retired_at = now(), published_version_id = null where id = 'cloze'`);
  await pool.query(`insert into question_counter (question_id, submissions, micro_points) values ('single', 4, 1000000), ('ordering', 2, 2000000)`);
  const { facets } = await list();
  expect(facets.total).toBe(before.total);
  expect(facets.statuses).toEqual({ published: before.statuses.published! - 1, draft: before.statuses.draft! + 1, retired: 1 });
  expect(await idsOf({ difficulty: 5, text: "anew" })).toEqual(["single"]);
  expect((await list({ difficulty: 5 })).facets.difficulties).toEqual(facets.difficulties);
  expect((await idsOf({ status: "draft" })).toSorted()).toEqual(["bytes-each", "single"]);
  expect(await idsOf({ status: "retired" })).toEqual(["cloze"]);
  const byId = await idsOf({});
  expect(byId).toEqual(byId.toSorted());
  expect((await idsOf({ order: "changed" }))[0]).toBe("single");
  expect((await idsOf({ order: "answers" })).slice(0, 2)).toEqual(["single", "ordering"]);
  expect((await idsOf({ order: "points" })).slice(0, 2)).toEqual(["single", "ordering"]);
  expect((await list({ order: "points" })).questions[0]).toMatchObject({ version: 2, hasDraft: true, answers: 4, facility: 0.25 });
});
