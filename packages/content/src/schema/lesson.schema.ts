import { parse } from "yaml";
import { z } from "zod";

/** Optional: a lesson may begin with its body at once. */
export const lessonFrontMatter = z.strictObject({
  /** When someone last went through its facts, as YYYY-MM-DD. */
  reviewed: z.iso.date().optional(),
});
export type LessonFrontMatter = z.infer<typeof lessonFrontMatter>;

/** Cuts the `---` block off; `firstLine` is the line of the file on which the body begins. */
export function splitFrontMatter(source: string): { yaml: string | null; body: string; firstLine: number } {
  const match = /^---\n([\s\S]*?)\n?---(?:\n|$)/.exec(source);
  if (!match) return { yaml: null, body: source, firstLine: 1 };
  return { yaml: match[1] ?? "", body: source.slice(match[0].length), firstLine: match[0].split("\n").length };
}
export const readFrontMatter = (yaml: string | null): unknown =>
  yaml === null || yaml.trim() === "" ? {} : parse(yaml);
