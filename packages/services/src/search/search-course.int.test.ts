import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deleteNote, restoreNote, saveNote } from "../notes";
import { getNextQuestion } from "../practice/get-next-question";
import { publishDraft, restoreQuestion, retireQuestion, saveDraft } from "../questions";
import { makeActor, makeBank, sampleSpecs } from "../testing";
import { openCourseDatabase } from "../testing/course-database";
import { indexQuestion } from "./index-course";
import { indexNote, removeNote } from "./index-note";
import { questionsOfSearch } from "./questions-of-search";
import { searchCourse } from "./search-course";

process.env.NEXTAUTH_SECRET = "a secret of this test";
const clock = fixedClock("2026-03-05T10:00:00Z");
let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let versions: Record<string, string>;
let learner: UserActor;
const search = (query: string, locale: Locale = "en", page = 1, who = learner) => searchCourse(who, { query, page }, { clock, locale });
const refs = async (query: string, locale: Locale = "en", who = learner) => (await search(query, locale, 1, who)).hits.map(({ kind, ref }) => `${kind} ${ref}`);
const words = (stretches: { text: string; found: boolean }[]) => stretches.filter(({ found }) => found).map(({ text }) => text.toLowerCase());

const stems: Record<string, { zh: string; en: string }> = {
  single: { zh: "斑马的条纹有什么用？", en: "What are the stripes of a zebra for?" },
  multiple: { zh: "哪些斑马会游泳？", en: "Which zebras swim?" },
  ordering: { zh: "按身高给斑马排序", en: "Order the zebras by height" },
  cloze: { zh: "填空：斑马", en: "Fill in: zebra" },
};
beforeAll(async () => {
  database = await openCourseDatabase();
  const text = (word: string) => ({ zh: word, en: word });
  const body = { title: text("Sample"), summary: text("Sample"), objectives: [{ id: "s-o1", text: text("Know") }, { id: "s-o2", text: text("Do") }], misconceptions: [{ id: "s-m1", belief: text("b"), truth: text("t") }] };
  await pool.query(`insert into topic (slug, number, area, body, prerequisites, source_hash) values ('sample', 99, 'data', $1, '{}', 'h')`, [body]);
  versions = await makeBank();
  learner = await makeActor();
  const editor = await makeActor(["editor"]);
  for (const [id, stem] of Object.entries(stems)) {
    const spec = { ...sampleSpecs[id], stem, hints: [{ zh: "提示", en: "Hint" }], solution: { zh: "因为苍蝇怕条纹", en: "Because of tsetse flies" }, difficulty: id === "ordering" ? 5 : 2 };
    await saveDraft(editor, { questionId: id, spec, revision: null, published: versions[id]! }, { clock });
    const { versionId } = await publishDraft(editor, { questionId: id, revision: 1, corrects: false }, { clock });
    versions[id] = versionId;
  }
});
afterAll(() => database.close());

describe("a learner finds", () => {
  test("a term by its name in either language, first", async () => {
    expect((await refs("KV cache"))[0]).toBe("term kv-cache");
    expect((await refs("kv 缓存", "zh"))[0]).toBe("term kv-cache");
    expect((await refs("ＫＶ　ｃａｃｈｅ", "zh"))[0]).toBe("term kv-cache");
  });
  test("the section of a lesson, in the language of the page, with what was found marked", async () => {
    const { hits, total } = await search("in:lessons continuous batching", "en");
    expect(total).toBeGreaterThan(0);
    const serving = hits.find(({ ref, anchor }) => ref === "online-serving" && anchor === "batching");
    expect(serving).toMatchObject({ kind: "lesson", locale: "en" });
    expect(words(serving!.excerpt).some((word) => word.startsWith("batch"))).toBe(true);
    const chinese = (await search("范围:课文 连续批处理", "zh")).hits.find(({ ref }) => ref === "online-serving");
    expect(chinese).toMatchObject({ kind: "lesson", locale: "zh" });
    expect(words(chinese!.excerpt).join("")).toContain("批处理");
  });
  test("other forms of a word, British and American spelling, and part of a Chinese term", async () => {
    expect(await refs("zebra's")).toContain("question single");
    expect(await refs("in:questions swimming zebra")).toEqual(["question multiple"]);
    expect(await refs("in:terms tokenization")).toEqual(await refs("in:terms tokenisation"));
    expect(await refs("马的条", "zh")).toContain("question single");
  });
  test("out why nothing can be found where filters exclude each other, and what is found without one of them", async () => {
    const { hits, total, conflict, correction } = await search("zebra is:new is:wrong");
    expect({ hits, total, correction }).toEqual({ hits: [], total: 0, correction: null });
    expect(conflict.map(({ written }) => written)).toEqual(["is:new", "is:wrong"]);
    const without = await search(conflict[1]!.query);
    expect(without.conflict).toEqual([]);
    expect(without.total).toBeGreaterThan(0);
  });
  test("the same while a filter is still being typed as before it was begun", async () => {
    expect(await refs("zebra topic:")).toEqual(await refs("zebra"));
    expect(await search("topic:")).toMatchObject({ empty: true, problems: [{ code: "TOPIC_OPEN", value: "topic:" }] });
  });
  test("nothing taken from a search near the limit: it stays as it was typed where its longer form does not fit", async () => {
    const filler = "zebra ".repeat(60);
    const typed = `topic:servin ${filler}`.slice(0, 300).trimEnd();
    const found = await search(typed);
    expect(found.query).toBe(typed);
    expect(found.filters.states.every(({ fits }) => !fits)).toBe(true);
    const short = await search("topic:servin zebra");
    expect(short).toMatchObject({ query: "zebra topic:online-serving" });
    expect(short.filters.states.every(({ fits }) => fits)).toBe(true);
  });
  test("each thing once, although it stands there in two languages", async () => {
    const found = await refs("attention", "zh");
    expect(new Set(found).size).toBeGreaterThan(5);
    const { hits } = await search("attention", "zh");
    expect(new Set(hits.map(({ kind, ref, anchor }) => `${kind} ${ref} ${anchor}`)).size).toBe(hits.length);
  });
  test("what was meant by a mistyped word", async () => {
    const english = await search("zzz attentoin");
    expect((await search("attentoin")).correction).toMatchObject({ query: "attention", applied: true });
    expect(english.hits.length).toBeGreaterThan(0);
    for (const [typed, meant] of [["kv cahce", "kv cache"], ["loar", "lora"], ["kvcache", "KV cache"], ["tokeniztion", "tokenisation"], ["tokenization tokenizatio", "tokenization tokenisation"]])
      expect((await search(typed!)).correction, typed).toEqual({ query: meant, applied: true });
    // one wrong character, whatever the dictionary makes of it; of two as near the one that sounds the same
    for (const [typed, meant] of [["分词气", "分词器"], ["分辞器", "分词器"], ["量话", "量化"], ["知识蒸溜", "知识蒸馏"]])
      expect((await search(typed!, "zh")).correction, typed).toEqual({ query: meant, applied: true });
    // other names than the course has are no slips of its own
    for (const [typed, locale] of [["aws", "en"], ["redis", "en"], ["混合粒度", "zh"]] as const)
      expect((await search(typed, locale)).correction, typed).toBeNull();
    const chinese = await search("量华", "zh");
    expect(chinese.correction).toMatchObject({ query: "量化", applied: true });
    expect(chinese.hits.length).toBeGreaterThan(0);
  });
  test("something of what was asked, when nothing holds all of it", async () => {
    const { some, hits, questions } = await search("zebra attention");
    expect([some, questions]).toEqual([true, 0]);
    expect(hits.length).toBeGreaterThan(0);
  });
  test("what bears the name that was typed, first, and then what has the words in its name", async () => {
    expect((await refs("KV缓存", "zh"))[0]).toBe("term kv-cache");
    expect((await refs("kv-cache"))[0]).toBe("term kv-cache");
    expect((await refs("过拟合", "zh")).slice(0, 2)).toEqual(["term overfitting", "lesson overfitting"]);
    expect((await refs("tokenization")).slice(0, 2)).toEqual(["lesson tokenisation", "lesson tokenisation"]);
    expect((await refs("attention")).slice(0, 5).filter((hit) => hit.startsWith("question"))).toEqual([]);
  });
  test("pages of twenty, none of them twice", async () => {
    const first = await search("model");
    const second = await search("model", "en", 2);
    expect([first.hits.length, first.first, second.first]).toEqual([20, 0, 20]);
    const key = ({ kind, ref, anchor }: (typeof first.hits)[number]) => `${kind} ${ref} ${anchor}`;
    expect(first.hits.map(key).filter((each) => second.hits.map(key).includes(each))).toEqual([]);
  });
  test("nothing for an empty search, and nothing breaks for an odd one", async () => {
    expect(await search("  ")).toMatchObject({ empty: true, hits: [], total: 0 });
    for (const odd of ["' | !", "\\", "a:*", "-", "-cache", "\"\"", ":", "的", "what is", "<-> & !", "()", "-is:new", "difficulty<1", "'x' <-> 'y'", "\u0000a"])
      expect(Array.isArray((await search(odd)).hits), odd).toBe(true);
  });
});

describe("a search must not tell", () => {
  test("a key: solutions, choices and reasons are not found", async () => {
    for (const secret of ["tsetse", "苍蝇", "选项", "\"Because a\"", "Solution"])
      expect((await refs(`in:questions ${secret}`)).filter((hit) => hit.includes("single"))).toEqual([]);
  });
  test("what an open assignment withholds, and it comes back after", async () => {
    const teacher = await makeActor(["instructor"]);
    const pupil = await makeActor();
    const [classId, id] = [randomUUID(), randomUUID()];
    await pool.query(`insert into class (id, name, owner_id, join_code) values ($1, 'C', $2, $3)`, [classId, teacher.id, classId.slice(0, 8)]);
    await pool.query(`insert into class_member (class_id, user_id, role) values ($1, $2, 'learner')`, [classId, pupil.id]);
    await pool.query(
      `insert into assignment (id, class_id, title, opens_at, due_at, attempts, feedback, created_by) values ($1, $2, 'A', '2026-03-02T00:00:00Z', '2026-03-08T00:00:00Z', 1, 'after_due', $3)`,
      [id, classId, teacher.id],
    );
    await pool.query(`insert into assignment_item (assignment_id, position, question_id) values ($1, 1, 'single')`, [id]);
    const note = { id: randomUUID(), subjectId: pupil.subjectId, questionId: "single", topicSlug: "sample", anchor: null, body: "zebra: a note on its key", locale: "en" as const };
    await inTransaction((connection) => indexNote(connection, note));
    expect((await refs("zebra", "en", pupil)).toSorted()).toEqual(["question cloze", "question multiple", "question ordering"]);
    expect(await questionsOfSearch(pupil, "zebra", clock.now())).not.toContain("single");
    const later = await searchCourse(pupil, { query: "zebra", page: 1 }, { clock: fixedClock("2026-03-09T10:00:00Z"), locale: "en" });
    expect(later.hits.map(({ ref }) => ref)).toEqual(expect.arrayContaining(["single", note.id]));
  });
  test("other people's notes", async () => {
    const [mine, other] = [await makeActor(), await makeActor()];
    const note = { id: randomUUID(), subjectId: mine.subjectId, questionId: null, topicSlug: "sample", anchor: null, body: "A **quagga** is no zebra", locale: "en" as const };
    await inTransaction((connection) => indexNote(connection, note));
    expect(await refs("quagga", "en", mine)).toEqual([`note ${note.id}`]);
    expect(await refs("quagga", "en", other)).toEqual([]);
    expect((await search("quagga", "en", 1, other)).correction).toBeNull();
    await inTransaction((connection) => removeNote(connection, note.id));
    expect(await refs("quagga", "en", mine)).toEqual([]);
  });
  test("a note that was removed, until that is undone", async () => {
    const noteId = randomUUID();
    const place = { questionId: null, topicSlug: "sample", anchor: null };
    await saveNote(learner, { noteId, place, body: "An axolotl regrows", revision: null }, { clock, locale: "en" });
    expect(await refs("axolotl")).toEqual([`note ${noteId}`]);
    await deleteNote(learner, { noteId }, { clock });
    expect(await refs("axolotl")).toEqual([]);
    await restoreNote(learner, { noteId }, { locale: "en" });
    await saveNote(learner, { noteId, place, body: "A salamander regrows", revision: 1 }, { clock, locale: "en" });
    expect([await refs("axolotl"), await refs("salamander")]).toEqual([[], [`note ${noteId}`]]);
  });
  test("a retired question, until it is restored", async () => {
    const editor = await makeActor(["editor"]);
    await retireQuestion(editor, { questionId: "cloze" }, { clock });
    expect(await refs("zebra")).not.toContain("question cloze");
    await restoreQuestion(editor, { questionId: "cloze" }, { clock });
    expect(await refs("zebra")).toContain("question cloze");
  });
  test("markup of hostile text: what is shown is plain text in stretches", async () => {
    const note = { id: randomUUID(), subjectId: learner.subjectId, questionId: null, topicSlug: null, anchor: null, body: "`<img src=x onerror=alert(1)>` okapi", locale: "en" as const };
    await inTransaction((connection) => indexNote(connection, note));
    const [hit] = (await search("okapi")).hits;
    expect(hit!.excerpt.map(({ text }) => text).join("")).toBe("<img src=x onerror=alert(1)> okapi");
  });
});

describe("by what the learner did", () => {
  let me: UserActor;
  beforeAll(async () => {
    me = await makeActor();
    const state = (questionId: string, verdict: string, points: number) =>
      pool.query(
        `insert into question_state (subject_id, question_id, topic_slug, objective_id, answers, last_verdict, last_points, last_submission, last_at)
         values ($1, $2, 'sample', 's-o1', 1, $3, $4, gen_random_uuid(), '2026-03-01T00:00:00Z')`,
        [me.subjectId, questionId, verdict, points],
      );
    await state("single", "wrong", 0);
    await state("multiple", "right", 1);
    await state("ordering", "wrong", 0);
    await pool.query(`update question_state set last_misconceptions = '{s-m1}' where subject_id = $1 and question_id = 'ordering'`, [me.subjectId]);
    const card = (questionId: string, due: string) =>
      pool.query(
        `insert into review_card (subject_id, question_id, topic_slug, due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state)
         values ($1, $2, 'sample', $3, 1, 5, 1, 0, 1, 0, 2)`,
        [me.subjectId, questionId, due],
      );
    await pool.query(`insert into bookmark (subject_id, question_id, created_at) values ($1, 'single', now()), ($2, 'ordering', now())`, [me.subjectId, learner.subjectId]);
    const note = { id: randomUUID(), subjectId: me.subjectId, questionId: "cloze", topicSlug: "sample", anchor: null, body: "Look this up", locale: "en" as const };
    await inTransaction((connection) => indexNote(connection, note));
    await card("multiple", "2026-03-04T00:00:00Z");
    await card("single", "2026-03-09T00:00:00Z");
  });
  test.each([
    ["is:wrong", ["ordering", "single"]],
    ["is:wrong difficulty>3 topic:sample", ["ordering"]],
    ["状态:答错 难度＞3", ["ordering"]],
    ["is:right", ["multiple"]],
    ["is:misconception", ["ordering"]],
    ["状态：误区 题型：排序题", ["ordering"]],
    ["is:due", ["multiple"]],
    ["zebra is:new", ["cloze"]],
    ["zebra -is:new -is:due", ["ordering", "single"]],
    ["kind:ordering zebra", ["ordering"]],
    ["is:wrong stripes", ["single"]],
    ["is:noted", ["cloze"]],
    ["is:bookmarked", ["single"]],
    ["状态:收藏 is:wrong", ["single"]],
  ])("%s", async (query, expected) => {
    const found = await search(query, "en", 1, me);
    expect(found.hits.map(({ ref }) => ref).toSorted()).toEqual(expected);
    expect(found.questions).toBe(expected.length);
    expect((await questionsOfSearch(me, query, clock.now())).toSorted()).toEqual(expected);
  });
  test("a hit says how it went last time", async () => {
    const { hits } = await search("zebra", "en", 1, me);
    expect(Object.fromEntries(hits.map(({ ref, state }) => [ref, state]))).toEqual({ single: "wrong", multiple: "due", ordering: "wrong", cloze: "new" });
  });
  test("practice of a search asks what it finds and nothing else", async () => {
    const asked: string[] = [];
    for (;;) {
      const next = await getNextQuestion(me, { search: "is:wrong topic:sample", except: asked, dueOnly: false }, { clock, locale: "en" });
      if (!next.question) break;
      expect(next.total).toBe(2);
      asked.push(next.question.questionId);
    }
    expect(asked.toSorted()).toEqual(["ordering", "single"]);
    expect((await getNextQuestion(me, { search: "xyzzy", except: [], dueOnly: false }, { clock, locale: "en" })).total).toBe(0);
  });
  test("each button is a query that does what it says", async () => {
    const { filters } = await search("zebra", "en", 1, me);
    const wrong = filters.states.find(({ value }) => value === "wrong")!;
    expect(wrong).toMatchObject({ query: "zebra is:wrong", active: false });
    const after = await search(wrong.query, "en", 1, me);
    expect(after.filters.states.find(({ value }) => value === "wrong")).toMatchObject({ query: "zebra", active: true });
    // bookmarked ones of those wrong; but what was wrong is not new
    const query = (of: typeof after, state: string) => of.filters.states.find(({ value }) => value === state)?.query;
    expect(query(after, "bookmarked")).toBe("zebra is:wrong is:bookmarked");
    expect(query(after, "new")).toBe("zebra is:new");
    expect(filters.topics.find(({ value }) => value.slug === "sample")).toMatchObject({ query: "zebra topic:sample" });
  });
});

test("indexing a question again changes nothing", async () => {
  const before = await pool.query(`select kind, ref, locale, title, body, tsv from search_document where ref = 'single' order by locale`);
  await inTransaction((connection) => indexQuestion(connection, "single"));
  const after = await pool.query(`select kind, ref, locale, title, body, tsv from search_document where ref = 'single' order by locale`);
  expect(after.rows).toEqual(before.rows);
  expect(after.rows).toHaveLength(2);
});
