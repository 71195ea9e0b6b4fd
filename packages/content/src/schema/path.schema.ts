import { z } from "zod";
import { bilingual, slug } from "./words.schema";

export const pathFile = z.strictObject({
  slug,
  title: bilingual,
  summary: bilingual,
  /** Who it is for. */
  audience: bilingual,
  hours: z.number().positive(),
  steps: z.array(z.strictObject({ topic: slug, reason: bilingual })).min(1),
});
export type PathFile = z.infer<typeof pathFile>;
