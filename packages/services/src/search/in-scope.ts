/**
 * SQL: a question is one of those in a parameter that is null for all of them. By a subquery, which PostgreSQL hashes: against an
 * array in a parameter it would compare each row with each of a thousand ids.
 */
export const inScope = (ids: string, question: string): string => `(${ids}::text[] is null or ${question} in (select unnest(${ids}::text[])))`;
