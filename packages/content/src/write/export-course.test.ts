import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { questionSpec } from "@tidao/grading/spec";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { contentHash } from "../content-hash";
import type { Course } from "../course";
import { courseDir, readCourse } from "../read/read-course";
import { exportCourse } from "./export-course";
import { serialiseQuestion, writeQuestionFile } from "./write-question";

let dir: string;
let course: Course;
beforeAll(async () => {
  course = await readCourse();
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "tidao-export-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const hashes = ({ topics, paths, sources, glossary, areas }: Course) => ({
  areas,
  topics: topics.map(({ slug, hash, lessonHash, questions }) => ({
    slug,
    hash,
    lessonHash,
    questions: questions.map((each) => [each.id, each.hash]),
  })),
  paths: paths.map(({ slug, hash }) => [slug, hash]),
  sources: sources.map(({ id, hash }) => [id, hash]),
  glossary: glossary.map(({ id, hash }) => [id, hash]),
});

test("a course that is written and read again says the same, and writing it once more changes nothing", async () => {
  const first = await exportCourse(course, dir);
  expect(first.every(({ changed }) => changed)).toBe(true);
  expect(first.length).toBeGreaterThan(70);
  const again = await readCourse(dir);
  expect(again.problems).toEqual([]);
  expect(hashes(again)).toEqual(hashes(course));
  expect((await exportCourse(again, dir)).filter(({ changed }) => changed)).toEqual([]);
});
test("files that say the same already keep every byte, comments included", async () => {
  for (const name of ["curriculum.yaml", "sources.yaml", "glossary.yaml", "paths", "topics"])
    await cp(join(courseDir, name), join(dir, name), { recursive: true });
  const before = await readFile(join(dir, "curriculum.yaml"), "utf8");
  expect((await exportCourse(await readCourse(dir), dir)).filter(({ changed }) => changed)).toEqual([]);
  expect(await readFile(join(dir, "curriculum.yaml"), "utf8")).toBe(before);
});
test("the text of a question depends on what it says, not on the order in which a database keeps its fields", async () => {
  for (const { id, spec } of course.topics.flatMap(({ questions }) => questions)) {
    const shuffled = reversed(spec);
    expect(contentHash(shuffled)).toBe(contentHash(spec));
    const text = serialiseQuestion(id, spec);
    expect(serialiseQuestion(id, questionSpec.parse(shuffled))).toBe(text);
    const { id: readId, ...rest } = parse(text) as { id: string };
    expect(readId).toBe(id);
    expect(contentHash(questionSpec.parse(rest))).toBe(contentHash(spec));
  }
});
test("only the question that changed is written", async () => {
  const topic = course.topics.find(({ questions }) => questions.length > 0);
  const question = topic?.questions[0];
  if (!topic || !question) throw new Error("the bank has questions");
  await exportCourse(course, dir);
  const spec = { ...question.spec, difficulty: 5 };
  expect(await writeQuestionFile(dir, topic.slug, question.id, spec)).toEqual({
    file: question.place.file,
    changed: true,
  });
  const read = (await readCourse(dir)).topics
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === question.id);
  expect(read?.spec).toEqual(spec);
});

/** Keys in the opposite order, lists as they are. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
