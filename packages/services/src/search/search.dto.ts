import { questionKinds } from "@tidao/grading/spec";
import { longestSearch } from "@tidao/kernel";
import { z } from "zod";
import { problemCodes } from "./parse-query";
import { places, states } from "./query-words";

export const searchInput = z.strictObject({
  /** As typed; see `parseQuery`. */
  query: z.string().max(longestSearch).default(""),
  page: z.number().int().min(1).max(50).default(1),
});
/** Plain text in stretches: who shows it escapes it, and marks what was found. */
const marked = z.array(z.strictObject({ text: z.string(), found: z.boolean() }));
/** A choice of a filter: the query that it leads to, with this in it or taken out of it, and whether that is short enough to be asked. */
const choice = <T extends z.ZodType>(value: T) => z.strictObject({ value, query: z.string(), active: z.boolean(), fits: z.boolean() });

export const hitDto = z.strictObject({
  kind: z.enum(["lesson", "question", "term", "path", "note"]),
  ref: z.string(),
  /** Of the section of a lesson; empty for the whole. */
  anchor: z.string(),
  /** Of the text that was found; the reader's own wherever that fits. */
  locale: z.enum(["zh", "en"]),
  topic: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  title: marked,
  excerpt: marked,
  questionKind: z.enum(questionKinds).nullable(),
  difficulty: z.number().int().nullable(),
  /** Of a question, for this learner. */
  state: z.enum(["due", "wrong", "right", "partial", "pending", "new"]).nullable(),
  /** Of a note on a question. */
  questionId: z.string().nullable(),
});
export const searchDto = z.strictObject({
  /** The query as a reader of this language would type it; as it was typed where that would be too long. */
  query: z.string(),
  empty: z.boolean(),
  problems: z.array(z.strictObject({ code: z.enum(problemCodes), value: z.string() })),
  /** Filters that exclude each other, as they are typed, each with the search without it: nothing can be found with all of them. */
  conflict: z.array(z.strictObject({ written: z.string(), query: z.string() })),
  /** What was probably meant; `applied` where nothing was found otherwise and its hits are shown instead. */
  correction: z.strictObject({ query: z.string(), applied: z.boolean() }).nullable(),
  /** Nothing holds all words: these hold some of them. */
  some: z.boolean(),
  hits: z.array(hitDto),
  total: z.number().int(),
  /** There are more than `total`, which is how many of the best are listed. */
  more: z.boolean(),
  page: z.number().int(),
  pages: z.number().int(),
  first: z.number().int(),
  /** How many questions can be practised from it, at most 500. */
  questions: z.number().int(),
  filters: z.strictObject({
    places: z.array(choice(z.enum(places))),
    states: z.array(choice(z.enum(states))),
    kinds: z.array(choice(z.enum(questionKinds))),
    difficulties: z.array(choice(z.number().int())),
    topics: z.array(choice(z.strictObject({ slug: z.string(), title: z.string() }))),
    /** The query without its filters; null where it has none, or nothing else. */
    without: z.string().nullable(),
  }),
});
export type SearchDto = z.infer<typeof searchDto>;
