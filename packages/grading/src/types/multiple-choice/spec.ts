import { z } from "zod";
import { choice } from "../../choice.schema";
import { partId } from "../../text.schema";

/** One or more choices are right; points by `selectionPoints`: choosing everything earns nothing. */
export const multipleChoiceSpec = z.strictObject({
  kind: z.literal("multiple-choice"),
  choices: z.array(choice).min(3).max(8),
});
export const multipleChoiceAnswer = z.strictObject({
  kind: z.literal("multiple-choice"),
  choiceIds: z.array(partId).max(8),
});
