import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { QuestionSpec } from "@tidao/grading/spec";
import { parse } from "yaml";
import { contentHash } from "../content-hash";
import { questionFile } from "../schema/question-file.schema";
import { toYaml } from "./to-yaml";

export const questionPath = (topicSlug: string, id: string) => `topics/${topicSlug}/questions/${id}.yaml`;
export const serialiseQuestion = (id: string, spec: QuestionSpec): string => toYaml({ id, ...spec });

export interface Written {
  file: string;
  /** False when the file said the same already and was left as it is, comments and all. */
  changed: boolean;
}

/** Writes text where the file does not say the same already. */
export async function writeUnlessSame(
  dir: string,
  file: string,
  text: string,
  saysTheSame: (present: string) => boolean,
): Promise<Written> {
  const path = join(dir, file);
  const present = await readFile(path, "utf8").catch(() => null);
  if (present !== null && (present === text || saysTheSame(present))) return { file, changed: false };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return { file, changed: true };
}

/** Writes one question as its file. */
export function writeQuestionFile(dir: string, topicSlug: string, id: string, spec: QuestionSpec): Promise<Written> {
  const wanted = contentHash({ id, ...spec });
  return writeUnlessSame(dir, questionPath(topicSlug, id), serialiseQuestion(id, spec), (present) => {
    const read = questionFile.safeParse(parseOrNull(present));
    return read.success && contentHash(read.data) === wanted;
  });
}
export function parseOrNull(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
