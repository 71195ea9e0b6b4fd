import type { Course } from "../course";
import type { Problem } from "../problem";
import { citedInQuestion } from "./check-questions";
import { lessonSections } from "./lesson-sections";

/** A source that nothing refers to is dead weight, or a reference was forgotten; a work has one id. */
export function checkSources({ sources, topics, places }: Course): Problem[] {
  const used = new Set(
    topics.flatMap(({ lessons, questions }) => [
      ...Object.values(lessons).flatMap((lesson) =>
        lessonSections(lesson).flatMap(({ citations }) => [...citations.keys()]),
      ),
      ...questions.flatMap(({ spec }) => citedInQuestion(spec)),
    ]),
  );
  const at = (id: string) => ({ file: places.sources.file, line: places.sources.lineOf([id]) });
  const unused = sources
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({
      ...at(id),
      what: `nothing refers to the source ${id}`,
      mend: "cite it, or remove it",
    }));
  return [
    ...unused,
    ...sameWork(sources).map(([id, first]) => ({
      ...at(id),
      what: `${id} is the same work as ${first}`,
      mend: "keep one of them",
    })),
  ];
}

/** Sources that name a work which one before them names, by its arXiv id or its title. */
function sameWork(sources: Course["sources"]): [id: string, first: string][] {
  const seen = new Map<string, string>();
  return sources.flatMap(({ id, arxiv, title }): [string, string][] => {
    const names = [...(arxiv ? [`arXiv ${arxiv}`] : []), title.toLowerCase()];
    const first = names.map((name) => seen.get(name)).find((known) => known !== undefined);
    for (const name of names) seen.set(name, first ?? id);
    return first ? [[id, first]] : [];
  });
}
