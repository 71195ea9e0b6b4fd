import type { Messages } from "@tidao/i18n";

type Words = Pick<Messages["plan"]["today"], "all" | "allAndDone" | "allDone">;

/**
 * What stands behind the first rows of today's list, which begins with what is left and ends with what is done: the number
 * of questions left is the one that the page says above it.
 * @returns the sentence with what to put into it, or null where nothing stands there
 */
export function restOfToday(texts: Words, left: number, done: number, shown: number) {
  const count = Math.max(0, left - shown);
  const doneBelow = Math.max(0, left + done - shown - count);
  if (count + doneBelow === 0) return null;
  const sentence = doneBelow === 0 ? texts.all : count === 0 ? texts.allDone : texts.allAndDone;
  return { sentence, params: { count, done: doneBelow } };
}
