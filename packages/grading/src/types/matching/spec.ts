import { z } from "zod";
import { partId, text } from "../../text.schema";

/** Each left has one right; `extras` are rights that belong to no left. Points: share of lefts matched. */
export const matchingSpec = z.strictObject({
  kind: z.literal("matching"),
  pairs: z
    .array(z.strictObject({ id: partId, left: text, right: text, why: text, misconception: z.string().optional() }))
    .min(3)
    .max(8),
  extras: z
    .array(z.strictObject({ id: partId, right: text }))
    .max(3)
    .default([]),
});
/** Pair id of the left -> id of the pair (or extra) whose right was chosen. */
export const matchingAnswer = z.strictObject({ kind: z.literal("matching"), matches: z.record(partId, partId) });
