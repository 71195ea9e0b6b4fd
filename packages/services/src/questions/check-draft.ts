import { checkQuestionInCourse, questionProblemCodes } from "@tidao/content";
import { type QuestionSpec, questionSpec } from "@tidao/grading";
import type { Queryable } from "@tidao/prisma";
import { z } from "zod";
import { formProblem, formProblemCodes } from "./form-problem";
import { readReferences } from "./question.repo";

export const draftProblem = z.strictObject({
  /** Where in the spec: ["interaction", "choices", 0, "why", "zh"]. */
  path: z.array(z.union([z.string(), z.number()])),
  code: z.enum([...questionProblemCodes, ...formProblemCodes]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DraftProblem = z.infer<typeof draftProblem>;

export type Checked = { problems: DraftProblem[]; spec: QuestionSpec | null };

/**
 * Everything that keeps a draft from being published: its form, what it refers to, and what the real grader says.
 * @param connection the caller's transaction, where there is one: who holds a connection must not wait for another
 */
export async function checkDraftSpec(raw: unknown, topicSlug: string, connection?: Queryable): Promise<Checked> {
  const parsed = questionSpec.safeParse(raw);
  if (!parsed.success) return { spec: null, problems: parsed.error.issues.map((issue) => formProblem(issue, raw)) };
  const known = await readReferences(topicSlug, connection);
  const names = {
    objectives: known.objectives.map((o) => o.id),
    misconceptions: known.misconceptions.map((m) => m.id),
    allMisconceptions: new Set(known.allMisconceptions),
    sources: new Set(known.sources.map((s) => s.id)),
    topics: new Set(known.topics),
  };
  const problems: DraftProblem[] = checkQuestionInCourse(parsed.data, names);
  return { spec: parsed.data, problems: problems.map((problem) => asChosen(problem, parsed.data)) };
}

/** An objective that is not chosen yet is an empty field, not one that does not exist. */
const asChosen = (problem: DraftProblem, { objective }: QuestionSpec): DraftProblem =>
  problem.code === "reference.objective" && objective.trim() === ""
    ? { path: problem.path, code: "form.missing", params: {} }
    : problem;
