import { z } from "zod";

export const sourceId = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id like sennrich-2016");

/** A primary source. Lessons and questions name it by id; a link is made from `url` or `arxiv`. */
export const source = z.strictObject({
  authors: z.string().min(1),
  year: z.number().int().min(1900).max(2100),
  title: z.string().min(1),
  venue: z.string().optional(),
  arxiv: z
    .string()
    .regex(/^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/, 'an arXiv id in quotes, like "2005.14165"')
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type Source = z.infer<typeof source>;
export const sourcesFile = z.record(sourceId, source);

export const sourceUrl = ({ url, arxiv }: Source): string | undefined =>
  url ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`);
