import { z } from "zod";
import { partId, text } from "../../text.schema";

/** `passage` marks each span that can be chosen as `[[id|words]]`. Points as in multiple choice over the wrong spans. */
export const findErrorSpec = z.strictObject({
  kind: z.literal("find-error"),
  passage: text,
  spans: z
    .array(
      z.strictObject({
        id: partId,
        wrong: z.boolean().default(false),
        why: text,
        correction: text.optional(),
        misconception: z.string().optional(),
      }),
    )
    .min(3)
    .max(10),
});
export const findErrorAnswer = z.strictObject({ kind: z.literal("find-error"), spanIds: z.array(partId).max(10) });
