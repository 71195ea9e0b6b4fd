import { z } from "zod";
import { partId, text } from "../../text.schema";

/** Exactly one choice is right. In a parameterised question choice texts carry `{{placeholders}}`. */
export const singleChoiceSpec = z.strictObject({
  kind: z.literal("single-choice"),
  choices: z
    .array(
      z.strictObject({
        id: partId,
        text,
        correct: z.boolean().default(false),
        why: text,
        misconception: z.string().optional(),
      }),
    )
    .min(2)
    .max(6),
});
export const singleChoiceAnswer = z.strictObject({ kind: z.literal("single-choice"), choiceId: partId });
