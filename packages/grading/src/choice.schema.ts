import { z } from "zod";
import { partId, text } from "./text.schema";

/** A choice, whether one or several are right. In a parameterised question its text carries `{{placeholders}}`. */
export const choice = z.strictObject({
  id: partId,
  text,
  correct: z.boolean().default(false),
  why: text,
  misconception: z.string().optional(),
});
export type Choice = z.infer<typeof choice>;
