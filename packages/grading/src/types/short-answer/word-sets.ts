export type Words = ReadonlySet<string>;
export const without = (words: Words, others: Words): Words => new Set([...words].filter((word) => !others.has(word)));
export const countShared = (words: Words, others: Words): number =>
  [...words].filter((word) => others.has(word)).length;
