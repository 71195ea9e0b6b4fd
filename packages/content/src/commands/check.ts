import { relative } from "node:path";
import { join } from "node:path";
import { checkCourse } from "../check/check-course";
import { isComplete } from "../course";
import { courseDir, readCourse } from "../read/read-course";
import { openSoundQuestions } from "../read/sound-questions";
import type { Print } from "./print";

/**
 * Prints every fault as `file:line  what  how to mend`, and how much was looked at, so that silence means something.
 * @param soundFile where questions that were found sound are kept for the next time
 */
export async function runCheck(
  args: readonly string[] = [],
  print: Print = console.log,
  dir = courseDir,
  soundFile?: string,
): Promise<number> {
  const course = await readCourse(dir);
  const long = args.includes("--long") || process.env["TIDAO_TEST_SIZE"] === "long";
  const sound = soundFile === undefined ? undefined : await openSoundQuestions(soundFile);
  const problems = checkCourse(course, { long, ...(sound && { sound }) });
  await sound?.save();
  for (const { file, line, what, mend } of problems)
    print(`${relative(process.cwd(), join(dir, file))}:${line}  ${what}  ${mend}`);
  const questions = course.topics.flatMap((topic) => topic.questions);
  const variants = questions.filter(({ spec }) => spec.variant).length;
  print(
    `${course.topics.length} topics (${course.topics.filter(isComplete).length} complete), ${questions.length} questions (${variants} parameterised), ` +
      `${course.paths.length} paths, ${course.sources.length} sources, ${course.glossary.length} terms: ${problems.length === 0 ? "no problem" : `${problems.length} problems`}`,
  );
  return problems.length === 0 ? 0 : 1;
}
