import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkCourse, type Course, courseDir, readCourse } from "@tidao/content";
import { fixedClock } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createQuestion, discardQuestion, getQuestion, restoreQuestion, retireQuestion, saveDraft } from "../questions";
import { makeActor } from "../testing";
import { openCourseDatabase } from "../testing/course-database";
import { exportBank } from "./export-bank";
import { importBank, UnreadableCourse } from "./import-bank";

let database: Awaited<ReturnType<typeof openCourseDatabase>>;
let dir: string;
const questionFile = (id: string) => join(dir, `topics/tokenisation/questions/${id}.yaml`);
const edit = async (id: string, change: (text: string) => string) => writeFile(questionFile(id), change(await readFile(questionFile(id), "utf8")));
const published = async (id: string) => {
  const { rows } = await pool.query<{ number: number; versions: number; spec: { difficulty: number } }>(
    `select v.number, v.spec, (select count(*)::int from question_version n where n.question_id = q.id) as versions
     from question q left join question_version v on v.id = q.published_version_id where q.id = $1`,
    [id],
  );
  return rows[0]!;
};
let course: Course;
let ids: string[];
beforeAll(async () => {
  database = await openCourseDatabase();
  dir = await mkdtemp(join(tmpdir(), "tidao-course-"));
  for (const part of ["curriculum.yaml", "sources.yaml", "glossary.yaml", "paths", "topics"]) await cp(join(courseDir, part), join(dir, part), { recursive: true });
  course = await readCourse(dir);
  ids = course.topics.find((t) => t.slug === "tokenisation")!.questions.map((q) => q.id);
});
afterAll(async () => {
  await database.close();
  await rm(dir, { recursive: true });
});

test("the course's files become a bank of thirty topics with every question published", async () => {
  expect(course.topics).toHaveLength(30);
  // as the import into an empty database left it, which has to report no conflict and no draft: see the filling
  const { rows } = await pool.query(`select (select count(*)::int from question where published_version_id is not null) as questions, (select count(*)::int from topic) as topics`);
  expect(rows[0]).toEqual({ questions: course.topics.flatMap((t) => t.questions).length, topics: 30 });
});

test("importing twice changes nothing, by its digest and by every hash", async () => {
  // the folder is a part of the one that was imported first
  await importBank({ dir });
  expect(await importBank({ dir })).toMatchObject({ unchanged: true });
  await pool.query(`delete from bank_state`);
  expect(await importBank({ dir })).toMatchObject({ unchanged: false, created: 0, updated: 0, archived: 0, conflicts: [], drafted: [] });
});

test("a changed file becomes a new version of its question", async () => {
  const id = ids[0]!;
  await edit(id, (text) => text.replace(/^expectedSeconds: \d+/m, "expectedSeconds: 77"));
  expect(await importBank({ dir })).toMatchObject({ updated: 1 });
  expect(await published(id)).toMatchObject({ number: 2, versions: 2, spec: { expectedSeconds: 77 } });
});

test("a file and an editor that both changed a question are a conflict, reported and left", async () => {
  const id = ids[1]!;
  await pool.query(
    `insert into question_version (question_id, number, status, kind, topic_slug, objective, difficulty, expected_seconds, misconceptions, spec, content_hash, origin)
     select question_id, 9, 'draft', kind, topic_slug, objective, difficulty, expected_seconds, misconceptions, spec, 'edited', 'editor' from question_version where question_id = $1`,
    [id],
  );
  await edit(id, (text) => text.replace(/^expectedSeconds: \d+/m, "expectedSeconds: 78"));
  expect((await importBank({ dir })).conflicts.map((c) => c.id)).toEqual([id]);
  expect((await published(id)).number).toBe(1);
});

test("a conflict is told at every start, and once the editor's draft is discarded the file's text comes in", async () => {
  const id = ids[1]!;
  expect(await importBank({ dir })).toMatchObject({ unchanged: false, conflicts: [{ id }] });
  await pool.query(`delete from question_version where question_id = $1 and status = 'draft'`, [id]);
  expect(await importBank({ dir })).toMatchObject({ updated: 1, conflicts: [] });
  expect(await published(id)).toMatchObject({ spec: { expectedSeconds: 78 } });
  expect(await importBank({ dir })).toMatchObject({ unchanged: true });
});

test("an import that changes what is right for an answered question lands as a draft", async () => {
  const { rows } = await pool.query<{ id: string }>(
    `select q.id from question q join question_version v on v.id = q.published_version_id where v.kind = 'single-choice' and q.topic_slug = 'tokenisation' and q.id <> all($1) order by q.id limit 1`,
    [ids.slice(0, 6)],
  );
  const id = rows[0]!.id;
  await pool.query(`insert into question_counter (question_id, submissions) values ($1, 3)`, [id]);
  await edit(id, (text) => text.replace("correct: true", "correct: false"));
  expect((await importBank({ dir })).drafted).toEqual([id]);
  expect(await published(id)).toMatchObject({ number: 1, versions: 2 });
});

test("a draft from a file that was taken back goes with it: nobody publishes it over what came since", async () => {
  const { rows } = await pool.query<{ id: string }>(
    `select q.id from question q join question_version v on v.id = q.published_version_id where v.kind = 'single-choice' and q.topic_slug = 'tokenisation' and q.id <> all($1) order by q.id desc limit 1`,
    [ids.slice(0, 6)],
  );
  const id = rows[0]!.id;
  await pool.query(`insert into question_counter (question_id, submissions) values ($1, 3) on conflict do nothing`, [id]);
  const file = await readFile(questionFile(id), "utf8");
  await edit(id, (text) => text.replace("correct: true", "correct: false"));
  expect((await importBank({ dir })).drafted).toContain(id);
  await writeFile(questionFile(id), file);
  expect(await importBank({ dir })).toMatchObject({ updated: 0, conflicts: [] });
  expect(await published(id)).toMatchObject({ number: 1, versions: 1 });
  await edit(id, (text) => text.replace(/^expectedSeconds: \d+/m, "expectedSeconds: 81"));
  expect(await importBank({ dir })).toMatchObject({ updated: 1 });
  expect(await published(id)).toMatchObject({ number: 2, versions: 2, spec: { expectedSeconds: 81 } });
});

test("a changed or a new file with a fault reaches no learner, and the import says which it is", async () => {
  const id = ids[4]!;
  const text = await readFile(questionFile(id), "utf8");
  await edit(id, (before) => before.replace(/^objective: .*/m, "objective: tok-o99"));
  await writeFile(questionFile("tok-brand-new"), text.replace(/^id: .*/m, "id: tok-brand-new").replace(/^objective: .*/m, "objective: tok-o99"));
  const { conflicts, created, updated } = await importBank({ dir });
  expect({ created, updated }).toEqual({ created: 0, updated: 0 });
  expect(conflicts).toContainEqual({ id, what: "a fault in its file, which `npm run content -- check` names" });
  expect(conflicts.map((conflict) => conflict.id)).toContain("tok-brand-new");
  expect(await published(id)).toMatchObject({ number: 1, versions: 1 });
  await writeFile(questionFile(id), text);
  await rm(questionFile("tok-brand-new"));
});

test("an editor with the old page of a question that was thrown away does not overwrite the draft of one that came from a file under its id", async () => {
  const [editor, colleague] = await Promise.all([makeActor(["editor"]), makeActor(["editor"])]);
  const context = { clock: fixedClock("2026-03-02T10:00:00Z") };
  const questionId = "tok-thrown-away";
  const { revision } = await createQuestion(editor, { questionId, topicSlug: "tokenisation", kind: "single-choice" }, context);
  const { spec: old } = await getQuestion(editor, { questionId });
  await discardQuestion(colleague, { questionId, revision }, context);
  await writeFile(questionFile(questionId), (await readFile(questionFile(ids[4]!), "utf8")).replace(/^id: .*/m, `id: ${questionId}`));
  expect(await importBank({ dir })).toMatchObject({ created: 1 });
  const { spec, versions } = await getQuestion(colleague, { questionId });
  await saveDraft(colleague, { questionId, spec, revision: null, published: versions[0]!.id }, context);
  const stale = { questionId, spec: { ...old, interaction: spec.interaction! }, revision, published: null };
  await expect(saveDraft(editor, stale, context)).rejects.toMatchObject({ code: "DRAFT_CHANGED_MEANWHILE" });
  expect((await getQuestion(colleague, { questionId })).spec).toEqual(spec);
});

test("a question that an editor retired stays retired when its file goes, comes again and changes, and comes back with the file's text", async () => {
  const [editor, id] = [await makeActor(["editor"]), ids[5]!];
  const context = { clock: fixedClock("2026-03-02T10:00:00Z") };
  await retireQuestion(editor, { questionId: id }, context);
  const file = await readFile(questionFile(id), "utf8");
  await rm(questionFile(id));
  expect(await importBank({ dir })).toMatchObject({ archived: 0, conflicts: [] });
  await writeFile(questionFile(id), file);
  await edit(id, (text) => text.replace(/^expectedSeconds: \d+/m, "expectedSeconds: 79"));
  expect(await importBank({ dir })).toMatchObject({ updated: 1, conflicts: [] });
  expect(await published(id)).toMatchObject({ number: null, versions: 2 });
  expect(await getQuestion(editor, { questionId: id })).toMatchObject({ status: "retired" });
  await restoreQuestion(editor, { questionId: id }, context);
  expect(await published(id)).toMatchObject({ number: 2, spec: { expectedSeconds: 79 } });
});

test("files that cannot be read are all named, and nothing is imported", async () => {
  for (const name of ["tok-x", "tok-y"]) await writeFile(questionFile(name), "stem: [");
  const failure = await importBank({ dir }).catch((error: unknown) => error);
  for (const name of ["tok-x", "tok-y"]) await rm(questionFile(name));
  expect(failure).toBeInstanceOf(UnreadableCourse);
  expect((failure as UnreadableCourse).problems.map(({ file }) => file)).toEqual(["tok-x", "tok-y"].map((name) => `topics/tokenisation/questions/${name}.yaml`));
});

test("a question whose file disappeared is archived, and comes back with its file", async () => {
  const id = ids[3]!;
  const text = await readFile(questionFile(id), "utf8");
  await rm(questionFile(id));
  expect((await importBank({ dir })).archived).toBe(1);
  expect((await published(id)).number).toBeNull();
  await writeFile(questionFile(id), text);
  await importBank({ dir });
  expect((await published(id)).versions).toBe(2);
});

test("exporting the bank gives files that say the same", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tidao-export-"));
  await exportBank({ folder });
  expect(await exportBank({ folder })).toMatchObject({ written: 0 });
  const [exported, files] = [await readCourse(folder), await readCourse(dir)];
  expect(exported.curriculum).toEqual(files.curriculum);
  expect(exported.problems).toEqual([]);
  // of questions, which this very file changes, no fault is asked for
  const sound = { has: () => true, add: () => {} };
  expect(checkCourse(exported, { sound }).filter((p) => !p.file.includes("questions/"))).toEqual([]);
  const before = new Map(files.topics.map((t) => [t.slug, t.hash]));
  expect(exported.topics.filter((t) => before.get(t.slug) !== t.hash)).toEqual([]);
  await rm(folder, { recursive: true });
});
