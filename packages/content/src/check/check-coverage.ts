import { type Course, type CourseTopic, isComplete } from "../course";
import type { Problem } from "../problem";
import { misconceptionsOf } from "./check-question-in-course";

/** What a topic with a lesson has at least. */
export const floors = { questions: 12, kinds: 6, parameterised: 2, perObjective: 1, perMisconception: 1 };

export function checkCoverage({ topics }: Course): Problem[] {
  return topics
    .filter(isComplete)
    .flatMap((topic) => [...counts(topic), ...objectives(topic), ...misconceptions(topic)]);
}

function counts({ questions, place }: CourseTopic): Problem[] {
  const counted = {
    questions: questions.length,
    kinds: new Set(questions.map(({ spec }) => spec.interaction.kind)).size,
    parameterised: questions.filter(({ spec }) => spec.variant).length,
  };
  return (["questions", "kinds", "parameterised"] as const).flatMap((what) =>
    counted[what] < floors[what]
      ? [
          {
            file: place.file,
            line: 1,
            what: `${counted[what]} ${what === "parameterised" ? "parameterised questions" : what === "kinds" ? "kinds of question" : what}, fewer than ${floors[what]}`,
            mend: "write more",
          },
        ]
      : [],
  );
}

function objectives({ questions, objectives: list, place }: CourseTopic): Problem[] {
  return list.flatMap(({ id }, at) => {
    const met = questions.filter(({ spec }) => spec.objective === id).length;
    return met < floors.perObjective
      ? [
          {
            file: place.file,
            line: place.lineOf(["objectives", at]),
            what: `no question asks for ${id}`,
            mend: "write one",
          },
        ]
      : [];
  });
}

function misconceptions({ questions, misconceptions: list, place }: CourseTopic): Problem[] {
  const named = questions.map(
    ({ spec }) => new Set(misconceptionsOf(spec.interaction).map(({ misconception }) => misconception)),
  );
  return list.flatMap(({ id }, at) => {
    const lures = named.filter((each) => each.has(id)).length;
    return lures < floors.perMisconception
      ? [
          {
            file: place.file,
            line: place.lineOf(["misconceptions", at]),
            what: `no question lures with ${id}`,
            mend: "name it on a wrong choice or a distractor",
          },
        ]
      : [];
  });
}
