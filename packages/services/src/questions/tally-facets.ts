import type { QuestionKind } from "@tidao/grading";

export type QuestionStatus = "published" | "draft" | "retired";
export interface QuestionFilter {
  text?: string | null;
  topic?: string | null;
  kind?: QuestionKind | null;
  status?: QuestionStatus | null;
  difficulty?: number | null;
}
export interface FacetGroup {
  topic: string;
  kind: string;
  status: QuestionStatus;
  hasDraft: boolean;
  difficulty: number;
  n: number;
}
export interface Facets {
  total: number;
  topics: Record<string, number>;
  kinds: Record<string, number>;
  statuses: Record<string, number>;
  difficulties: Record<string, number>;
}
type Dimension = "topic" | "kind" | "status" | "difficulty";

/** A published question with an open draft is found under both. */
const statusesOf = ({ status, hasDraft }: FacetGroup) => [
  ...(status === "draft" ? [] : [status]),
  ...(hasDraft ? ["draft"] : []),
];

/**
 * How many questions each choice of a facet would give: the other facets' choices hold, its own does not, so that a
 * chosen value can be exchanged for its neighbour.
 */
export function tallyFacets(groups: readonly FacetGroup[], filter: QuestionFilter): Facets {
  const facets: Facets = { total: 0, topics: {}, kinds: {}, statuses: {}, difficulties: {} };
  const add = (counts: Record<string, number>, key: string | number, n: number) => {
    counts[key] = (counts[key] ?? 0) + n;
  };
  for (const group of groups) {
    const statuses = statusesOf(group);
    const misses: Dimension[] = [];
    if (filter.topic && filter.topic !== group.topic) misses.push("topic");
    if (filter.kind && filter.kind !== group.kind) misses.push("kind");
    if (filter.status && !statuses.includes(filter.status)) misses.push("status");
    if (filter.difficulty && filter.difficulty !== group.difficulty) misses.push("difficulty");
    const counts = (own: Dimension) => misses.every((dimension) => dimension === own);
    if (misses.length === 0) facets.total += group.n;
    if (counts("topic")) add(facets.topics, group.topic, group.n);
    if (counts("kind")) add(facets.kinds, group.kind, group.n);
    if (counts("difficulty")) add(facets.difficulties, group.difficulty, group.n);
    if (counts("status")) for (const status of statuses) add(facets.statuses, status, group.n);
  }
  return facets;
}
