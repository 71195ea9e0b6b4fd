import { z } from "zod";
import { bilingual, slug } from "./words.schema";

export const pathFile = z.strictObject({
  slug,
  title: bilingual,
  summary: bilingual,
  /** Who it is for. */
  audience: bilingual,
  hours: z.number().positive(),
  /** A topic that a step builds on comes before it, or the reason or the summary names it: `[its name](topic:slug)`. */
  steps: z.array(z.strictObject({ topic: slug, reason: bilingual })).min(1),
  /** What the mixed set over all steps, with which a path closes, is good for. */
  closing: bilingual,
});
export type PathFile = z.infer<typeof pathFile>;
