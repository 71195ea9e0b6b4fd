import { z } from "zod";
import { partId, text } from "../../text.schema";

/**
 * Free text matched against key points in either language. A confident match earns the point; what was not matched is
 * the learner's own tick-list (a later grading), never an automatic zero.
 */
export const shortAnswerSpec = z.strictObject({
  kind: z.literal("short-answer"),
  keyPoints: z
    .array(
      z.strictObject({
        id: partId,
        text,
        /** Wordings that count; each is matched by words (en) and by character bigrams (zh). */
        phrases: z.strictObject({ zh: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) }),
      }),
    )
    .min(2)
    .max(6),
  modelAnswer: text,
});
export const shortAnswerAnswer = z.strictObject({ kind: z.literal("short-answer"), text: z.string().max(4000) });
