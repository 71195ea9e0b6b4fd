import { z } from "zod";

/** A text in both languages; anything less is reported as a missing language. */
export const bilingual = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });
export const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "lower case words joined by hyphens");
