import { locales } from "@tidao/kernel";
import { type Course, type CourseLesson, type CourseTopic, isComplete } from "../course";
import type { Problem } from "../problem";
import { lessonFrontMatter, readFrontMatter, splitFrontMatter } from "../schema/lesson.schema";
import { compareLessons } from "./compare-lessons";
import { namesOf } from "./course-names";
import { lessonSections } from "./lesson-sections";
import { problemWords } from "./problem-words";
import { textFaults } from "./text-faults";

export function checkLessons(course: Course): Problem[] {
  const names = namesOf(course);
  return course.topics.filter(isComplete).flatMap((topic) => {
    const found: Problem[] = [];
    for (const locale of locales) {
      const lesson = topic.lessons[locale];
      if (!lesson) {
        const file = `topics/${topic.slug}/lesson.${locale}.md`;
        found.push({
          file,
          line: 1,
          what: `the lesson is missing in ${locale === "zh" ? "Chinese" : "English"}`,
          mend: "write it: both languages or none",
        });
        continue;
      }
      const { body, firstLine } = splitFrontMatter(lesson.source);
      const faults = textFaults(body, { names, figures: true });
      found.push(
        ...faults.map((fault) => ({ file: lesson.file, line: fault.line + firstLine - 1, ...problemWords(fault) })),
      );
      found.push(...frontMatter(lesson), ...headings(lesson, topic));
    }
    const { zh, en } = topic.lessons;
    return zh && en ? [...found, ...compareLessons(zh, en), ...objectivesTaught(topic, en)] : found;
  });
}

function frontMatter({ file, source }: CourseLesson): Problem[] {
  try {
    const result = lessonFrontMatter.safeParse(readFrontMatter(splitFrontMatter(source).yaml));
    return result.success
      ? []
      : result.error.issues.map(({ path, message }) => ({
          file,
          line: 1,
          what: `front matter ${path.join(".")}: ${message}`,
          mend: "only reviewed: YYYY-MM-DD is known",
        }));
  } catch {
    return [{ file, line: 1, what: "the front matter is no valid YAML", mend: "correct or remove it" }];
  }
}

function headings(lesson: CourseLesson, { objectives }: CourseTopic): Problem[] {
  const sections = lessonSections(lesson).filter(({ level }) => level > 0);
  return sections.flatMap(({ anchor, objective, title, level, line }, at) => {
    const found: Problem[] = [];
    const report = (what: string, mend: string) => found.push({ file: lesson.file, line, what, mend });
    if (anchor === null)
      report(`the heading “${title}” has no anchor`, "end it with {#name}, the same in both languages");
    else if (sections.findIndex((other) => other.anchor === anchor) < at)
      report(`the anchor ${anchor} is used twice`, "give each section its own");
    if (objective !== undefined && !objectives.some(({ id }) => id === objective))
      report(`unknown objective ${objective}`, "name one of the topic's topic.yaml");
    if (level === 1) report("a heading of the first level: the page's title is one already", "begin with ##");
    return found;
  });
}

function objectivesTaught({ place, objectives }: CourseTopic, lesson: CourseLesson): Problem[] {
  const taught = new Set(lessonSections(lesson).map(({ objective }) => objective));
  return objectives.flatMap(({ id }, at) =>
    taught.has(id)
      ? []
      : [
          {
            file: place.file,
            line: place.lineOf(["objectives", at]),
            what: `no section of the lesson teaches ${id}`,
            mend: `add objective=${id} to a heading of both lessons`,
          },
        ],
  );
}
