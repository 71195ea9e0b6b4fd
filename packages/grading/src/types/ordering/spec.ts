import { z } from "zod";
import { partId, text } from "../../text.schema";

/** Items stand in the right order in the file. Points: (longest common subsequence - 1) / (items - 1). */
export const orderingSpec = z.strictObject({
  kind: z.literal("ordering"),
  items: z
    .array(z.strictObject({ id: partId, text }))
    .min(3)
    .max(10),
  why: text,
  misconception: z.string().optional(),
});
export const orderingAnswer = z.strictObject({ kind: z.literal("ordering"), itemIds: z.array(partId).max(10) });
