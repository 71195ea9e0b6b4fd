import "../terminal/plain-failures";
import { checkCourse, courseDir, openSoundQuestions, readCourse } from "@tidao/content";
import { soundQuestionsFile } from "../checkout";
import type { Totals } from "./totals";

// Runs as a process of its own and tells its totals: each file of the course is one test.
const course = await readCourse(courseDir);
const sound = await openSoundQuestions(soundQuestionsFile);
const problems = checkCourse(course, { long: process.env["TIDAO_TEST_SIZE"] === "long", sound });
await sound.save();
for (const { file, line, what, mend } of problems) console.log(`packages/content/${file}:${line}  ${what}  ${mend}`);

const curriculumAndSources = 2;
const files = course.topics.reduce(
  (sum, { lessons, questions }) => sum + 1 + Object.keys(lessons).length + questions.length,
  curriculumAndSources + course.paths.length,
);
const failed = new Set(problems.map(({ file }) => file)).size;
process.send?.({ passed: Math.max(0, files - failed), failed } satisfies Totals);
process.exitCode = problems.length === 0 ? 0 : 1;
