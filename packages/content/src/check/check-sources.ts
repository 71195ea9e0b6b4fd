import type { Course } from "../course";
import type { Problem } from "../problem";
import { citedInQuestion } from "./check-questions";
import { lessonSections } from "./lesson-sections";

/** A source that nothing refers to is dead weight, or a reference was forgotten. */
export function checkSources({ sources, topics, places }: Course): Problem[] {
  const used = new Set(
    topics.flatMap(({ lessons, questions }) => [
      ...Object.values(lessons).flatMap((lesson) =>
        lessonSections(lesson).flatMap(({ citations }) => [...citations.keys()]),
      ),
      ...questions.flatMap(({ spec }) => citedInQuestion(spec)),
    ]),
  );
  return sources.flatMap(({ id }) =>
    used.has(id)
      ? []
      : [
          {
            file: places.sources.file,
            line: places.sources.lineOf([id]),
            what: `nothing refers to the source ${id}`,
            mend: "cite it, or remove it",
          },
        ],
  );
}
