import { answer } from "@tidao/grading/spec";
import { z } from "zod";
import { questionForLearner, submissionForLearner } from "../practice/question-for-learner.dto";
import { openAssignment } from "./list-assignments";

export const assignmentInput = z.strictObject({ assignmentId: z.uuid() });
export const attemptInput = z.strictObject({ attemptId: z.uuid() });
export const attemptSummary = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  answered: z.number().int(),
  /** Null while the learner may not see points. */
  points: z.number().nullable(),
  maxPoints: z.number(),
  /** Short answers that nobody has decided yet. */
  pending: z.number().int().nullable(),
});
export const assignmentDto = z.strictObject({
  assignment: openAssignment,
  feedback: z.enum(["immediately", "after_due", "never"]),
  /** Whether another open assignment asks one of its questions: points and feedback wait for that one as well. */
  held: z.boolean(),
  attempts: z.array(attemptSummary),
});
export const attemptDto = z.strictObject({
  assignmentId: z.string(),
  title: z.string(),
  className: z.string(),
  dueAt: z.string(),
  attempt: attemptSummary,
  /** True while answers can still be given and changed. */
  open: z.boolean(),
  feedbackOpen: z.boolean(),
  items: z.array(
    z.strictObject({
      position: z.number().int(),
      points: z.number().int(),
      question: questionForLearner,
      answer: answer.nullable(),
      /** With feedback once it is open. */
      submission: submissionForLearner.nullable(),
    }),
  ),
});
