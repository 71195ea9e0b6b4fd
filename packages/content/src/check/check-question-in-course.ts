import {
  checkQuestion,
  drawVariant,
  instantiateWith,
  problemCodes,
  type QuestionSpec,
  textsOf,
  variantSeeds,
} from "@tidao/grading";
import type { TextNames } from "./course-names";
import { textFaultCodes, textFaults } from "./text-faults";

const referenceCodes = ["reference.objective", "reference.source", "reference.misconception"] as const;
/** Every fault that a question can be told of, in the editor and in its file. */
export const questionProblemCodes = [...problemCodes, ...textFaultCodes, ...referenceCodes] as const;
export type QuestionProblemCode = (typeof questionProblemCodes)[number];

export interface QuestionProblem {
  /** Into the spec. */
  path: Path;
  code: QuestionProblemCode;
  params: Record<string, string | number>;
}
type Path = (string | number)[];

/** What a question of one topic may refer to. */
export interface QuestionNames extends TextNames {
  /** Of the question's topic. */
  objectives: readonly string[];
  /** Of the question's topic: what a fault suggests. */
  misconceptions: readonly string[];
  /** Of all topics. */
  allMisconceptions?: ReadonlySet<string>;
}

/** `checkQuestion` of the grading package, and all that needs to know the course: references, formulas, links. */
export function checkQuestionInCourse(
  spec: QuestionSpec,
  names: QuestionNames,
  { long = false } = {},
): QuestionProblem[] {
  const faults = checkQuestion(spec);
  // a text with a broken formula cannot be filled in
  const broken = faults.some(({ code }) => /^(?:formula|variant|text\.placeholder)/.test(code));
  return [...references(spec, names), ...faults, ...(broken ? [] : texts(spec, names, long))];
}

function references(spec: QuestionSpec, names: QuestionNames): QuestionProblem[] {
  const known = names.misconceptions.join(", ");
  const exists = (id: string) => names.misconceptions.includes(id) || names.allMisconceptions?.has(id) === true;
  return [
    ...(names.objectives.includes(spec.objective)
      ? []
      : [
          {
            path: ["objective"],
            code: "reference.objective" as const,
            params: { id: spec.objective, known: names.objectives.join(", ") },
          },
        ]),
    ...spec.sources.flatMap((id, at) =>
      names.sources.has(id) ? [] : [{ path: ["sources", at], code: "reference.source" as const, params: { id } }],
    ),
    ...misconceptionsOf(spec.interaction, ["interaction"]).flatMap(({ path, misconception: id }) =>
      exists(id) ? [] : [{ path, code: "reference.misconception" as const, params: { id, known } }],
    ),
  ];
}

/** Every misconception that a part or a distractor names, with its place. */
export function misconceptionsOf(value: unknown, path: Path = []): { path: Path; misconception: string }[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => misconceptionsOf(item, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === "misconception" && typeof inner === "string"
      ? [{ path: [...path, key], misconception: inner }]
      : misconceptionsOf(inner, [...path, key]),
  );
}

/** Words that are compared with what a learner types are never shown as Markdown. */
const isMarkdown = (path: Path) => !path.includes("phrases") && !path.includes("accept") && path.at(-1) !== "text";

function texts(spec: QuestionSpec, names: TextNames, long: boolean): QuestionProblem[] {
  const seen = new Set<string>();
  return seedsToRender(spec, long).flatMap((seed) =>
    textsOf(instantiateWith(spec, drawVariant(spec, seed))).flatMap(({ path, text }) => {
      if (!isMarkdown(path)) return [];
      const faults = textFaults(text, { names, passage: path.includes("passage") });
      // the same fault in another variant is the same fault
      return faults
        .map(({ code, params }) => ({ path, code, params }))
        .filter(({ code }) => {
          const key = [...path, code].join("/");
          return !seen.has(key) && seen.add(key);
        });
    }),
  );
}

/** The first variant; in the long run also those with the smallest and the largest value of every name. */
function seedsToRender(spec: QuestionSpec, long: boolean): number[] {
  if (!spec.variant || !long) return [0];
  const draws = Array.from({ length: variantSeeds }, (_, seed) => ({ seed, values: drawVariant(spec, seed) }));
  const extremes = Object.keys(draws[0]?.values ?? {}).flatMap((name) => {
    const sorted = draws.toSorted((a, b) => (a.values[name] ?? 0) - (b.values[name] ?? 0));
    return [sorted[0]?.seed ?? 0, sorted.at(-1)?.seed ?? 0];
  });
  return [...new Set([0, 49, 99, 149, 199, ...extremes])];
}
