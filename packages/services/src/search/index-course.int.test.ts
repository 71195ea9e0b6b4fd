import { fixedClock } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishDraft, saveDraft } from "../questions";
import { makeActor, makeBank, sampleSpecs } from "../testing";
import { indexCourse, searchVersion } from "./index-course";
import { indexNote } from "./index-note";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
const both = (zh: string, en: string) => ({ zh, en });
const lesson = (last: string) => both(`开头\n\n## 条纹 {#stripes}\n\n斑马\n\n## 末尾 {#end}\n\n${last}`, `Opening\n\n## Stripes {#stripes}\n\nZebra\n\n## End {#end}\n\n${last}`);
const pathBody = (title: string) => ({ title: both("路径", title), summary: both("概要", "Summary"), audience: both("读者", "Readers"), steps: [{ topic: "sample", reason: both("理由", "Reason") }] });
const termBody = (term: object, definition: string) => ({ term, definition: both(definition, definition), topic: "sample" });
const saveTerm = (id: string, body: object) =>
  pool.query(`insert into glossary_term (id, body, source_hash) values ($1, $2, 'h') on conflict (id) do update set body = excluded.body, archived_at = null`, [id, body]);
const saveLesson = (number: number, source: object) =>
  pool.query(`insert into lesson_version (topic_slug, number, source, rendered, renderer_version, content_hash) values ('sample', $1, $2, '{}', 1, 'h')`, [number, source]);

let imports = 0;
/** As an import does it: each has a digest of its own. */
const index = (version?: number) => {
  const digest = `course ${++imports}`;
  return inTransaction(async (connection) => {
    await indexCourse(connection, digest, version);
    await connection.query(`insert into bank_state (id, digest, imported_at) values (1, $1, now()) on conflict (id) do update set digest = excluded.digest`, [digest]);
  });
};
type Document = { key: string; id: string; row: string };
async function documents(): Promise<Document[]> {
  const { rows } = await pool.query<Document>(
    `select concat_ws(' ', kind, ref) as key, id::text || '/' || xmin::text as id, (to_jsonb(d) - 'id')::text as row from search_document d order by d.kind, d.ref, d.anchor, d.locale`,
  );
  return rows;
}
/** What was written anew by an import, and what is there no more. */
async function touchedBy(change: () => Promise<unknown>, version?: number): Promise<{ written: string[]; gone: string[] }> {
  const before = await documents();
  await change();
  await index(version);
  const after = await documents();
  const ids = new Set(before.map(({ id }) => id));
  const keys = new Set(after.map(({ key }) => key));
  const unique = (list: Document[]) => [...new Set(list.map(({ key }) => key))].toSorted();
  return { written: unique(after.filter(({ id }) => !ids.has(id))), gone: unique(before.filter(({ key }) => !keys.has(key))) };
}
const nothing = { written: [], gone: [] };
const words = async () => (await pool.query<{ word: string; documents: number; touched: string }>(`select word, documents, xmin::text as touched from search_word order by word`)).rows;
const hasWord = async (word: string) => (await words()).find((row) => row.word === word)?.documents ?? 0;

beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
  await saveLesson(1, lesson("okapi"));
  await saveTerm("stripe", termBody(both("条纹", "stripe"), "a band of colour"));
  await saveTerm("herd", termBody(both("兽群", "herd"), "animals together"));
  await pool.query(`insert into path (slug, position, body, source_hash) values ('safari', 1, $1, 'h'), ('zoo', 2, $2, 'h')`, [pathBody("Safari"), pathBody("Zoo")]);
  await index();
});
beforeEach(() => index());
afterAll(() => database.close());

test("an import that changes nothing touches no document and no word", async () => {
  const known = await words();
  expect(known.length).toBeGreaterThan(10);
  const { id, subjectId } = await makeActor();
  await inTransaction((connection) => indexNote(connection, { id, subjectId, questionId: null, topicSlug: "sample", anchor: null, body: "quagga", locale: "en" }));
  expect(await touchedBy(async () => {})).toEqual(nothing);
  expect(await words()).toEqual(known);
});

describe("what an editor of the course changes is indexed anew, and nothing else:", () => {
  test("a lesson, also one with fewer sections", async () => {
    expect(await hasWord("okapi")).toBe(2);
    expect(await touchedBy(() => saveLesson(2, lesson("giraffe")))).toEqual({ written: ["lesson sample"], gone: [] });
    expect([await hasWord("okapi"), await hasWord("giraffe")]).toEqual([0, 2]);
    expect(await touchedBy(() => saveLesson(3, both("只有开头", "Only an opening")))).toEqual({ written: ["lesson sample"], gone: [] });
    expect((await documents()).filter(({ key }) => key === "lesson sample")).toHaveLength(2);
  });
  test("a term", async () => {
    expect(await touchedBy(() => saveTerm("stripe", termBody(both("条纹", "stripe"), "a band of another colour")))).toEqual({ written: ["term stripe"], gone: [] });
  });
  test("a path", async () => {
    expect(await touchedBy(() => pool.query(`update path set body = $1 where slug = 'zoo'`, [pathBody("Menagerie")]))).toEqual({ written: ["path zoo"], gone: [] });
  });
  test("a question; one that was published in the editor is indexed by then, and its words are known after the import", async () => {
    const editor = await makeActor(["editor"]);
    const spec = { ...sampleSpecs.single, stem: both("袋獾吃什么？", "What does a thylacine eat?") };
    const publish = async () => {
      await saveDraft(editor, { questionId: "single", spec, revision: null, published: versions.single! }, { clock: fixedClock("2026-03-05T10:00:00Z") });
      await publishDraft(editor, { questionId: "single", revision: 1, corrects: false }, { clock: fixedClock("2026-03-05T10:00:00Z") });
    };
    await publish();
    expect(await touchedBy(async () => {})).toEqual(nothing);
    expect(await hasWord("thylacine")).toBe(1);
    const harder = await touchedBy(() => pool.query(`update question set topic_slug = topic_slug, published_version_id = $1 where id = 'single'`, [versions.single]));
    expect(harder).toEqual({ written: ["question single"], gone: [] });
    expect(await hasWord("thylacine")).toBe(0);
  });
  test("what holds a term that is new to the glossary, because it is cut in another way now", async () => {
    await saveLesson(4, both("斑马纹路很长", "Zebra"));
    await index();
    expect(await hasWord("斑马纹路")).toBe(0);
    expect(await touchedBy(() => saveTerm("pattern", termBody(both("斑马纹路", "pattern"), "p")))).toEqual({ written: ["lesson sample", "term pattern"], gone: [] });
    expect(await hasWord("斑马纹路")).toBe(3);
  });
});

test("a question that is published while an import is under way is cut by the glossary that the import brings", async () => {
  const editor = await makeActor(["editor"]);
  const now = { clock: fixedClock("2026-03-05T11:00:00Z") };
  const spec = { ...sampleSpecs.single, stem: both("马鬃毛有多长？", "How long is a mane?") };
  const { revision } = await saveDraft(editor, { questionId: "single", spec, revision: null, published: versions.single! }, now);
  const digest = `course ${++imports}`;
  const publishing = await inTransaction(async (connection) => {
    const body = termBody(both("马鬃毛", "mane"), "hair of the neck");
    await connection.query(`insert into glossary_term (id, body, source_hash) values ('mane', $1, 'h')`, [body]);
    await indexCourse(connection, digest);
    const published = publishDraft(editor, { questionId: "single", revision, corrects: false }, now);
    await Promise.race([published, new Promise((done) => setTimeout(done, 500))]);
    await connection.query(`update bank_state set digest = $1`, [digest]);
    return { published };
  });
  await publishing.published;
  expect(await touchedBy(async () => {})).toEqual(nothing);
  expect(await hasWord("马鬃毛")).toBe(3);
});

test("a name written without its gaps means the name for as long as no text writes it so", async () => {
  const shown = async () => (await pool.query<{ shown: string }>(`select shown from search_word where word = 'zebrapack'`)).rows[0]?.shown;
  await saveTerm("zebra-pack", termBody(both("斑马群", "zebra pack"), "zebras together"));
  await index();
  expect(await shown()).toBe("zebra pack");
  await saveLesson(5, lesson("zebrapack"));
  await index();
  expect(await shown()).toBe("zebrapack");
  await saveLesson(6, lesson("okapi"));
  await index();
  expect(await shown()).toBe("zebra pack");
});

test("what leaves the course is not found any more", async () => {
  expect(await touchedBy(() => pool.query(`update glossary_term set archived_at = now() where id = 'herd'`))).toEqual({ written: [], gone: ["term herd"] });
  expect(await hasWord("herd")).toBe(0);
  expect(await touchedBy(() => pool.query(`update path set archived_at = now() where slug = 'safari'`))).toEqual({ written: [], gone: ["path safari"] });
  expect(await touchedBy(() => pool.query(`update question set published_version_id = null where id = 'cloze'`))).toEqual({ written: [], gone: ["question cloze"] });
  expect(await touchedBy(() => saveTerm("herd", termBody(both("兽群", "herd"), "animals together")))).toEqual({ written: ["term herd"], gone: [] });
});

test("a new way of indexing makes everything of the course anew, as it would be on an empty database", async () => {
  const all = [...new Set((await documents()).map(({ key }) => key))].filter((key) => !key.startsWith("note")).toSorted();
  expect(all.length).toBeGreaterThan(5);
  expect(await touchedBy(async () => {}, searchVersion + 1)).toEqual({ written: all, gone: [] });
  await index();
  const rows = async () => [(await documents()).map(({ row }) => row), (await words()).map(({ word, documents: count }) => [word, count])];
  const grown = await rows();
  await pool.query(`delete from search_document where subject_id is null`);
  await pool.query(`delete from search_word`);
  await index();
  expect(await rows()).toEqual(grown);
});
