import { belowFinished, finished, measureTopic } from "../check/measure-topic";
import { courseDir, readCourse } from "../read/read-course";
import type { Print } from "./print";

/** Prints what each topic has, and what each that has begun still lacks of the finished course. Exit code 1 if any lacks. */
export async function runReport(print: Print = console.log, dir = courseDir): Promise<number> {
  const topics = (await readCourse(dir)).topics.map(measureTopic);
  const met = (counts: readonly { count: number }[], least: number) =>
    `${counts.filter(({ count }) => count >= least).length}/${counts.length}`;
  const table = topics.map((topic) => [
    topic.slug,
    topic.words,
    topic.characters,
    topic.questions,
    topic.kinds.map(({ count }) => count).join(" "),
    topic.parameterised,
    topic.difficulties.join(" "),
    met(topic.objectives, finished.perObjective),
    met(topic.misconceptions, finished.perMisconception),
    topic.figures,
    topic.sources,
  ]);
  const head = [
    "topic",
    "words",
    "characters",
    "questions",
    "S M N O T C F A",
    "parameterised",
    "difficulty 1-5",
    "objectives",
    "misconceptions",
    "figures",
    "sources",
  ];
  const rows = [head, ...table].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    print(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "));
  print("");
  print(
    "S single choice, M multiple choice, N numeric, O ordering, T matching, C cloze, F find the error, A short answer.",
  );
  print("Objectives and misconceptions: how many are met by two questions or more, of all.");
  const begun = topics.filter(({ words, characters, questions }) => words + characters + questions > 0);
  for (const topic of begun) {
    const lacks = belowFinished(topic);
    if (lacks.length > 0) print(`${topic.slug}: ${lacks.map(({ what }) => what).join("; ")}`);
  }
  const complete = begun.filter((topic) => belowFinished(topic).length === 0).length;
  const sum = (of: (topic: (typeof topics)[number]) => number) => topics.reduce((total, topic) => total + of(topic), 0);
  print(
    `${complete} of ${topics.length} topics finished, ${begun.length - complete} begun; ${sum(({ questions }) => questions)} questions, ${sum(({ parameterised }) => parameterised)} parameterised`,
  );
  return complete === topics.length ? 0 : 1;
}
