import { claimsOf, mixesClaims, saysOtherwise } from "./claims";
import { dismissed, refuted } from "./denials";
import { isContradicted } from "./opposites";
import { relationsIn, turnsRound } from "./relations";
import { stem } from "./stem";
import { type Token, tokens } from "./tokens";
import { countShared } from "./word-sets";

/** Shares of a phrase that must be found, close together, for a confident match. */
export const wordShare = 0.75;
export const bigramShare = 0.6;
/**
 * Stretches that are looked at. Nobody comes near a phrase so often without saying it; whoever fills 4,000 characters with it
 * has the tick.
 */
const mostStretches = 100;

/**
 * Whether an answer says what a phrase says: enough of the phrase's words and character pairs inside one stretch of the
 * answer, and the same number of negations (odd or even) there; two clauses that each deny do not affirm together. A word
 * or number of the phrase that is missing may not stand there as its contrary, what is called wrong or unneeded behind it is not
 * said, and neither are its words when they are joined otherwise. In doubt it says no: the learner's own tick decides then.
 */
export function saysPhrase(answer: readonly Token[], phrase: string): boolean {
  const all = tokens(phrase);
  const wanted = all.filter(({ stop }) => !stop);
  const pointing = new Set(all.map(({ text }) => text));
  const sentences = new Set(all.map(({ sentence }) => sentence));
  const claims = claimsOf(wanted);
  const turned = turnsRound([...sentences].flatMap(({ text }) => relationsIn(text)));
  // a word that denies is counted by its parity: "is not merged" is not said by "is not needed"
  const affirmed = wanted.filter(({ negates, bigram }) => bigram || !negates);
  const texts = new Set((affirmed.length > 0 ? affirmed : wanted).map(({ text }) => text));
  if (texts.size === 0) return false;
  const bigramCount = new Set(wanted.filter(({ bigram }) => bigram).map(({ text }) => text)).size;
  const needed = bigramCount * bigramShare + (texts.size - bigramCount) * wordShare;
  const denied = negationsOf(wanted).length;
  const reach = Math.max(8, wanted.length * 3);

  const hits = answer.flatMap((token, at) => (texts.has(token.text) ? [at] : []));
  let tried = 0;
  return hits.some((start, first) => {
    const inside = hits.slice(first, first + reach).filter((at) => at < start + reach);
    const found = new Set<string>();
    for (const at of inside) {
      found.add(answer[at]?.text ?? "");
      if (found.size < needed - 1e-9 || claims.some((claim) => countShared(claim, found) === 0)) continue;
      if (++tried > mostStretches) return false;
      const said = new Set(answer.slice(start, at + 1).flatMap((it) => (texts.has(it.text) ? [it.sentence] : [])));
      if (said.size > sentences.size || isTooFarApart(answer.slice(start, at + 1), wanted, texts)) return false;
      if (!hasPointers(answer, start, at, all)) return false;
      if (saysContrary(answer, start, at, { texts, pointing, denials: denied })) return false;
      // a phrase that denies may do so at the end of the clause or in another one
      const negating = negationsIn(answer, start, denied > 0 ? lastDenied(answer, inside, at, wanted) : at, texts);
      const counted = denied > 0 ? [negating] : [...Map.groupBy(negating, ({ clause }) => clause).values()];
      const isOdd = counted.some(({ length }) => length % 2 === 1);
      if (isOdd === (denied % 2 === 1)) return !isSaidOfOthers(answer, start, at, { all, texts, claims, said, turned });
      // the shortest stretch decides, lest a later "not" make an affirmation of a denial
      if (denied === 0) return false;
    }
    return false;
  });
}

/** Few words are one claim: "fuse" and "kernel" of two clauses are no "fused kernel". */
function isTooFarApart(stretch: readonly Token[], phrase: readonly Token[], texts: ReadonlySet<string>): boolean {
  if (texts.size > 3) return false;
  const unit = texts.size === 2 ? "claim" : "clause";
  const places = (list: readonly Token[]) => new Set(list.flatMap((it) => (texts.has(it.text) ? [it[unit]] : []))).size;
  return places(stretch) > places(phrase);
}
const muchOf = new Set(
  "more most larger greater bigger higher additional extra further increase raise grow 更多 增加 增多"
    .split(" ")
    .map(stem),
);
/** "More data" is not said by "data". */
function hasPointers(answer: readonly Token[], start: number, end: number, phrase: readonly Token[]): boolean {
  if (phrase.every(({ text, stop }) => !stop || text === dismissed)) return true;
  const clauses = new Set(answer.slice(start, end + 1).map(({ clause }) => clause));
  const near = answer.slice(Math.max(0, start - farthest), end + farthest);
  return near.some(({ text, clause }) => clauses.has(clause) && muchOf.has(text));
}

interface Wanted {
  texts: ReadonlySet<string>;
  /** With stop words that tell "more" from "less". */
  pointing: ReadonlySet<string>;
  denials: number;
}
/** Whether the words around a stretch turn it round: a contrary, another number, a denial of its last words, "is wrong". */
function saysContrary(answer: readonly Token[], start: number, end: number, { texts, pointing, denials }: Wanted) {
  const last = lastInReach(answer, end, texts);
  const first = firstInReach(answer, start, texts);
  const lastSaid = lastInSentence(answer, last, texts);
  const around = new Set(answer.slice(first, last + 1).map(({ text }) => text));
  for (const text of pointing) if (!around.has(text) && isContradicted(text, around, pointing)) return true;
  // "with its kernels" is not said by "without its kernels", although the words before it were enough
  const goesOnTo = denials > 0 ? -1 : answer.slice(end + 1, last + 1).findLastIndex(({ text }) => texts.has(text));
  if (negationsOf(answer.slice(end + 1, end + 1 + Math.max(0, goesOnTo))).length > 0) return true;
  if (!pointing.has(dismissed) && isDismissed(answer, first, lastSaid, denials)) return true;
  return !texts.has(refuted) && isTakenBack(answer, end);
}
/** "… is not needed", "……没有做" close behind. */
function isDismissed(answer: readonly Token[], first: number, last: number, denials: number): boolean {
  const behind = answer.slice(last, last + 8).findIndex(({ text }) => text === dismissed);
  if (behind < 0 || answer[last + behind]?.clause !== answer[last]?.clause) return false;
  // "merging is not needed" says "is not merged"
  return negationsOf(answer.slice(first, last + behind + 1)).length > denials;
}

interface Claimed {
  all: readonly Token[];
  texts: ReadonlySet<string>;
  claims: readonly ReadonlySet<string>[];
  /** The sentences that the stretch lies in. */
  said: ReadonlySet<Token["sentence"]>;
  turned: (sentence: Token["sentence"]) => boolean;
}
/** How many tokens beside a stretch may belong to its claims. */
const farthest = 40;
/** Whether the words of a stretch are there but joined otherwise: claims swapped, a relation turned round. */
function isSaidOfOthers(answer: readonly Token[], start: number, end: number, claimed: Claimed): boolean {
  const { all, texts, claims, said, turned } = claimed;
  const near = answer.slice(Math.max(0, start - farthest), end + 1 + farthest);
  const parts = new Set(answer.slice(start, end + 1).flatMap((it) => (texts.has(it.text) ? [it.claim] : [])));
  const within = near.filter(({ claim }) => parts.has(claim));
  if (saysOtherwise(within, all, texts)) return true;
  const sentences = near.filter(({ sentence }) => said.has(sentence));
  return mixesClaims(sentences, claims) || [...said].some(turned);
}

/** All that a sentence holds which only takes back the one before it: "This is wrong.", "No.", "这种说法不对". */
const takingBack = new Set([refuted, "no", "这", "那", "此", "这种", "这个"]);
function isTakenBack(answer: readonly Token[], end: number): boolean {
  let at = end + 1;
  for (; answer[at]?.clause === answer[end]?.clause; at++) if (answer[at]?.text === refuted) return true;
  const next = answer[at]?.clause;
  let says = false;
  for (let token = answer[at]; token && token.clause === next; token = answer[++at]) {
    if (!takingBack.has(token.text)) return false;
    says ||= token.text === refuted || token.text === "no";
  }
  return says;
}

/** How far around a stretch its words go on, never across a comma: two words or three pairs of characters behind it. */
function lastInReach(answer: readonly Token[], end: number, texts: ReadonlySet<string>): number {
  let [last, hit] = [end, end];
  for (let at = end + 1; at < answer.length; at++) {
    const token = answer[at];
    if (!token || token.clause !== answer[end]?.clause || at - hit > (token.bigram ? 3 : 2)) break;
    last = at;
    if (texts.has(token.text)) hit = at;
  }
  return last;
}

/** Where a list goes on across commas: "keys, tracing and counts are not needed". */
function lastInSentence(answer: readonly Token[], last: number, texts: ReadonlySet<string>): number {
  const behind = answer.slice(last, last + 8);
  const more = behind.findLastIndex(({ text, sentence }) => sentence === answer[last]?.sentence && texts.has(text));
  return last + Math.max(0, more);
}

const lastInClause = (answer: readonly Token[], hits: readonly number[], at: number) =>
  hits.findLast((hit) => answer[hit]?.clause === answer[at]?.clause) ?? at;
/** "Saves nothing" denies in its last word. */
function lastDenied(answer: readonly Token[], hits: readonly number[], at: number, phrase: readonly Token[]): number {
  const last = lastInClause(answer, hits, at);
  const next = answer[last + 1];
  return phrase.at(-1)?.negates && next?.negates && next.clause === answer[last]?.clause ? last + 1 : last;
}
const negationsOf = (list: readonly Token[]) => list.filter(({ negates }) => negates);
/** How far before a stretch its denial may stand: "does not always …", "不一定能……". */
const lookBack = ({ bigram }: Token) => (bigram ? 5 : 3);
/** The same within one part of a clause: "没有固定测试集和置信区间". */
const lookBackInClaim = ({ bigram }: Token) => (bigram ? 12 : 5);

/**
 * Counts from a little before the phrase's first words in a row, since a stretch may begin in their middle, but never
 * across a comma.
 */
function negationsIn(answer: readonly Token[], start: number, end: number, texts: ReadonlySet<string>): Token[] {
  return negationsOf(answer.slice(firstInReach(answer, start, texts), end + 1)).filter(
    ({ text }) => text !== dismissed,
  );
}
function firstInReach(answer: readonly Token[], start: number, texts: ReadonlySet<string>): number {
  let [from, first] = [start, start];
  for (let at = start - 1; at >= 0; at--) {
    const token = answer[at];
    if (!token || token.clause !== answer[start]?.clause) break;
    if (first - at > (token.claim === answer[start].claim ? lookBackInClaim : lookBack)(token)) break;
    from = at;
    if (texts.has(token.text)) first = at;
  }
  return from;
}
