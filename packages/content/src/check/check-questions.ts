import { textsOf } from "@tidao/grading";
import type { QuestionSpec } from "@tidao/grading/spec";
import type { Course, CourseQuestion, CourseTopic } from "../course";
import type { Problem } from "../problem";
import { contentHash } from "../content-hash";
import type { SoundQuestions } from "../read/sound-questions";
import { citedIds } from "../render/citations";
import { checkQuestionInCourse } from "./check-question-in-course";
import { shortName } from "./check-topic-words";
import { namesOf } from "./course-names";
import { problemWords } from "./problem-words";

export function checkQuestions(course: Course, long: boolean, sound?: SoundQuestions): Problem[] {
  const { misconceptions: allMisconceptions, ...names } = namesOf(course);
  const all = course.topics.flatMap(({ questions }) => questions);
  // sets and maps have no JSON of their own
  const { sources, topics, anchors = new Map<string, ReadonlySet<string>>() } = names;
  const words = [...sources, ...topics, ...allMisconceptions, ...[...anchors].flatMap(([slug, ids]) => [slug, ...ids])];
  const common = contentHash([words, long]);
  return course.topics.flatMap((topic) => {
    const [objectives, misconceptions] = [topic.objectives, topic.misconceptions].map((list) =>
      list.map(({ id }) => id),
    );
    const known = { ...names, allMisconceptions, objectives: objectives ?? [], misconceptions: misconceptions ?? [] };
    const about = contentHash([common, objectives, misconceptions]);
    const faultsOf = ({ spec, hash }: CourseQuestion) => {
      const key = contentHash([hash, about]);
      if (sound?.has(key)) return [];
      const faults = checkQuestionInCourse(spec, known, { long });
      if (faults.length === 0) sound?.add(key);
      return faults;
    };
    return topic.questions.flatMap((question) => [
      ...identity(question, topic, all),
      ...faultsOf(question).map((fault) => ({
        file: question.place.file,
        line: question.place.lineOf(fault.path),
        ...problemWords(fault),
      })),
    ]);
  });
}

function identity(question: CourseQuestion, topic: CourseTopic, all: CourseQuestion[]): Problem[] {
  const { id, place } = question;
  const at = { file: place.file, line: place.lineOf(["id"]) };
  const short = `${shortName(topic)}-`;
  const first = all.find((other) => other.id === id);
  return [
    ...(id.startsWith(short)
      ? []
      : [{ ...at, what: `the id ${id} does not start with ${short}`, mend: "begin it with the topic's short name" }]),
    ...(first === question
      ? []
      : [{ ...at, what: `the id ${id} is taken by ${first?.place.file}`, mend: "rename one of the two" }]),
  ];
}

export const citedInQuestion = (spec: QuestionSpec) => [
  ...spec.sources,
  ...textsOf(spec).flatMap(({ text }) => citedIds(text)),
];
