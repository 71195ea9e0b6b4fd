import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { QuestionKind, QuestionSpec } from "@tidao/grading/spec";
import { parseDocument } from "yaml";
import type { Problem } from "../problem";
import { courseDir, readCourse } from "../read/read-course";
import { checkCourse } from "./check-course";

/** Topic, and in it one real question of each kind: enough to spoil, small enough to check again for every fault. */
const topic = "tokenisation";
const folder = `topics/${topic}`;

export interface Sample {
  dir: string;
  /** The file of the first question of a kind; "variant" is the first parameterised numeric. */
  questions: Record<QuestionKind | "variant", string>;
  remove(): Promise<void>;
}

/** A copy of a part of the real course in a folder of its own. */
export async function copySample(): Promise<Sample> {
  const dir = await mkdtemp(join(tmpdir(), "tidao-course-"));
  const course = await readCourse();
  const real = course.topics.find(({ slug }) => slug === topic)?.questions ?? [];
  const fits = ({ interaction, variant }: QuestionSpec, wanted: QuestionKind | "variant") => {
    if (wanted === "variant")
      return variant !== undefined && interaction.kind === "numeric" && interaction.distractors.length > 0;
    // a key to swap needs a choice that lures
    const lures =
      interaction.kind !== "single-choice" || interaction.choices.some(({ misconception }) => misconception);
    return interaction.kind === wanted && !variant && lures;
  };
  const first = (wanted: QuestionKind | "variant") => real.find(({ spec }) => fits(spec, wanted))?.place.file ?? "";
  const questions = {
    "single-choice": first("single-choice"),
    "multiple-choice": first("multiple-choice"),
    numeric: first("numeric"),
    ordering: first("ordering"),
    matching: first("matching"),
    cloze: first("cloze"),
    "find-error": first("find-error"),
    "short-answer": first("short-answer"),
    variant: first("variant"),
  };
  const words = course.topics.map(({ slug }) => `topics/${slug}/topic.yaml`);
  for (const file of [
    "curriculum.yaml",
    "sources.yaml",
    "glossary.yaml",
    "paths",
    `${folder}/lesson.zh.md`,
    `${folder}/lesson.en.md`,
    `${folder}/figures`,
    ...words,
    ...Object.values(questions),
  ]) {
    await mkdir(join(dir, file, ".."), { recursive: true });
    await cp(join(courseDir, file), join(dir, file), { recursive: true });
  }
  return { dir, questions, remove: () => rm(dir, { recursive: true, force: true }) };
}

export const checkDir = async (dir: string): Promise<Problem[]> => checkCourse(await readCourse(dir));

const same = (a: Problem) => (b: Problem) => a.file === b.file && a.what === b.what && a.mend === b.mend;

/**
 * Changes one file, checks, puts the file back and tells what the change brought about, each with the text of the line
 * that it names.
 */
export async function spoil(
  sample: Sample,
  file: string,
  change: (text: string) => string,
  before: Problem[],
): Promise<(Problem & { text: string })[]> {
  const path = join(sample.dir, file);
  const sound = await readFile(path, "utf8").catch(() => null);
  const spoiled = change(sound ?? "");
  if (spoiled === sound) throw new Error(`the change left ${file} as it was`);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, spoiled);
  try {
    const found = (await checkDir(sample.dir)).filter((problem) => !before.some(same(problem)));
    return await Promise.all(
      found.map(async (problem) => {
        const lines = (await readFile(join(sample.dir, problem.file), "utf8").catch(() => "")).split("\n");
        return { ...problem, text: lines[problem.line - 1] ?? "" };
      }),
    );
  } finally {
    await (sound === null ? rm(path) : writeFile(path, sound));
  }
}

/** Sets a field of a YAML file (undefined removes it). */
export const setField = (path: (string | number)[], value: unknown) => (text: string) => {
  const document = parseDocument(text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document.toString({ lineWidth: 0 });
};

type Path = (string | number)[];
/** Copies one field of a file over another. */
export const setFrom = (path: Path, from: Path) => (text: string) => {
  const value: unknown = parseDocument(text).toJS();
  return setField(
    path,
    from.reduce<unknown>((node, step) => Reflect.get(node as object, step), value),
  )(text);
};
/** Puts something behind a formula. */
export const wrap = (path: Path, tail: string) => (text: string) =>
  setField(path, `(${String(parseDocument(text).getIn(path))}) ${tail}`)(text);
export const addTo = (list: string, item: unknown) => (text: string) => {
  const document = parseDocument(text);
  document.addIn([list], document.createNode(item));
  return document.toString({ lineWidth: 0 });
};
