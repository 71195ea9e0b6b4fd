import { z } from "zod";
import { choice } from "../../choice.schema";
import { partId } from "../../text.schema";

/** Exactly one choice is right. */
export const singleChoiceSpec = z.strictObject({
  kind: z.literal("single-choice"),
  choices: z.array(choice).min(2).max(6),
});
export const singleChoiceAnswer = z.strictObject({ kind: z.literal("single-choice"), choiceId: partId });
