import type { QuestionKind } from "@tidao/grading";
import type { SearchQuery } from "./parse-query";

export interface QueryPart {
  topic?: string;
  kind?: QuestionKind;
  difficulty?: number;
}
/**
 * A search within one part of what it found: of several topics or kinds one is enough, so that the one stands in the place of
 * those that were asked for; several difficulties must all hold.
 */
export function narrowQuery(query: SearchQuery, { topic, kind, difficulty }: QueryPart): SearchQuery {
  const denied = <T extends { not: boolean }>(wanted: readonly T[]) => wanted.filter(({ not }) => not);
  return {
    ...query,
    ...(topic !== undefined && { topics: [...denied(query.topics), { value: { slugs: [topic], written: topic }, not: false }] }),
    ...(kind !== undefined && { kinds: [...denied(query.kinds), { value: kind, not: false }] }),
    ...(difficulty !== undefined && { difficulties: [...denied(query.difficulties), { value: { from: difficulty, to: difficulty }, not: false }] }),
  };
}
