import { z } from "zod";
import { bilingual, slug } from "./words.schema";

/** A term of the field. Its first place in a lesson links to it. */
export const glossaryTerm = z.strictObject({
  /** As it stands in running text: lower case but for names and abbreviations, in the singular. */
  term: bilingual,
  /** Other forms that a lesson uses, by language. */
  also: z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }).partial().default({}),
  /** One sentence that says what it is. */
  definition: bilingual,
  /** The topic that teaches it. */
  topic: slug,
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;
export const glossaryFile = z.record(slug, glossaryTerm);
