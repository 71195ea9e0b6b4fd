import { type Token, tokens } from "./tokens";

/** Shares of a phrase that must be found, close together, for a confident match. */
export const wordShare = 0.75;
export const bigramShare = 0.6;

/**
 * Whether an answer says what a phrase says: enough of the phrase's words and character pairs inside one stretch of the
 * answer, and the same number of negations (odd or even) there; two clauses that each deny do not affirm together. In
 * doubt it says no: the learner's own tick decides then.
 */
export function saysPhrase(answer: readonly Token[], phrase: string): boolean {
  const wanted = tokens(phrase);
  const texts = new Set(wanted.map(({ text }) => text));
  if (texts.size === 0) return false;
  const bigramCount = new Set(wanted.filter(({ bigram }) => bigram).map(({ text }) => text)).size;
  const needed = bigramCount * bigramShare + (texts.size - bigramCount) * wordShare;
  const denied = negationsOf(wanted).length;
  const reach = Math.max(8, wanted.length * 3);

  const hits = answer.flatMap((token, at) => (texts.has(token.text) ? [at] : []));
  return hits.some((start) => {
    const inside = hits.filter((at) => at >= start && at < start + reach);
    const found = new Set<string>();
    for (const at of inside) {
      found.add(answer[at]?.text ?? "");
      if (found.size < needed - 1e-9) continue;
      // a phrase that denies may do so at the end of the clause or in another one
      const negating = negationsIn(answer, start, denied > 0 ? lastInClause(answer, inside, at) : at, texts);
      const counted = denied > 0 ? [negating] : [...Map.groupBy(negating, ({ clause }) => clause).values()];
      const isOdd = counted.some(({ length }) => length % 2 === 1);
      if (isOdd === (denied % 2 === 1)) return true;
      // the shortest stretch decides, lest a later "not" make an affirmation of a denial
      if (denied === 0) return false;
    }
    return false;
  });
}

const lastInClause = (answer: readonly Token[], hits: readonly number[], at: number) =>
  hits.findLast((hit) => answer[hit]?.clause === answer[at]?.clause) ?? at;
const negationsOf = (list: readonly Token[]) => list.filter(({ negates }) => negates);
/** How far before a stretch its denial may stand: "does not always …", "不一定能……". */
const lookBack = ({ bigram }: Token) => (bigram ? 5 : 3);

/**
 * Counts from a little before the phrase's first words in a row, since a stretch may begin in their middle, but never
 * across a comma.
 */
function negationsIn(answer: readonly Token[], start: number, end: number, texts: ReadonlySet<string>): Token[] {
  let [from, first] = [start, start];
  for (let at = start - 1; at >= 0; at--) {
    const token = answer[at];
    if (!token || token.clause !== answer[start]?.clause || first - at > lookBack(token)) break;
    from = at;
    if (texts.has(token.text)) first = at;
  }
  return negationsOf(answer.slice(from, end + 1));
}
