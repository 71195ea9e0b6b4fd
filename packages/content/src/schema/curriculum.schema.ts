import { z } from "zod";
import { bilingual, slug } from "./words.schema";

/** The course's order. Topics name those that they build on by id; the graph has no cycle. */
export const curriculumFile = z.strictObject({
  areas: z.array(z.strictObject({ id: slug, title: bilingual })).min(1),
  topics: z.array(
    z.strictObject({
      id: z.number().int().positive(),
      slug,
      area: slug,
      prerequisites: z.array(z.number().int().positive()).default([]),
    }),
  ),
});
export type CurriculumFile = z.infer<typeof curriculumFile>;
