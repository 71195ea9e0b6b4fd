import { z } from "zod";
import { partId, text } from "../../text.schema";

/** `passage` marks each blank as `[[id]]`, the same ids in both languages. Points: share of blanks filled right. */
export const clozeSpec = z.strictObject({
  kind: z.literal("cloze"),
  passage: text,
  blanks: z
    .array(
      z.strictObject({
        id: partId,
        /** Accepted in either interface language, compared after folding width, case, punctuation and blanks; the first is shown as the key. */
        accept: z.strictObject({ zh: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) }),
        why: text,
        /** Wrong fillings that a named misconception leads to. */
        distractors: z
          .array(z.strictObject({ text: z.string(), why: text, misconception: z.string().optional() }))
          .default([]),
      }),
    )
    .min(1)
    .max(6),
});
export const clozeAnswer = z.strictObject({ kind: z.literal("cloze"), blanks: z.record(partId, z.string().max(120)) });
