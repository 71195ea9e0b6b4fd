import { z } from "zod";
import { questionForLearner } from "../practice/question-for-learner.dto";

/** A test under way as its learner sees it: the question in hand, and nothing of how the others were answered. */
export const testState = z.strictObject({
  testId: z.uuid(),
  /** Null for a placement. */
  topic: z.string().nullable(),
  answered: z.number().int(),
  /** Never more questions than this. */
  most: z.number().int(),
  item: z.strictObject({ position: z.number().int(), question: questionForLearner }).nullable(),
  finished: z.boolean(),
});
export type TestState = z.infer<typeof testState>;
