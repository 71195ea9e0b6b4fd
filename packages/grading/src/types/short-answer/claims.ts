import { isContradicted, pointsSomewhere } from "./opposites";
import type { Token } from "./tokens";
import { countShared, type Words, without } from "./word-sets";

/** A phrase's claims, each with the words that no other claim of it has; none unless two have two such words each. */
export function claimsOf(phrase: readonly Token[]): Words[] {
  const claims = [...Map.groupBy(phrase, ({ claim }) => claim).values()].map(
    (it) => new Set(it.map(({ text }) => text)),
  );
  const own = claims.map((claim, at) =>
    claims.reduce<Words>((left, other, n) => (n === at ? left : without(left, other)), claim),
  );
  const full = own.filter(({ size }) => size >= 2);
  return full.length >= 2 ? full : [];
}

/** "A is fast and B is slow" for "B is fast and A is slow": each part of the answer holds words of both claims. */
export function mixesClaims(said: readonly Token[], claims: readonly Words[]): boolean {
  if (claims.length === 0) return false;
  const shares = partsOf(said).map((part) =>
    claims.map((claim) => countShared(claim, part)).filter((count) => count > 0),
  );
  const isPure = (counts: readonly number[]) => counts.length === 1 && counts[0] !== undefined && counts[0] >= 2;
  return shares.filter(({ length }) => length > 1).length >= 2 && !shares.some(isPure);
}

/**
 * Whether a part of the answer says the contrary of a word there ("A is slow and B is fast" has no "A is fast"), or has the
 * word apart from all others of the phrase ("B is faster than A").
 * @param said whole parts of the answer, in which a stretch with the phrase's words lies
 * @param phrase its words, with those that are compared only
 */
export function saysOtherwise(said: readonly Token[], phrase: readonly Token[], asked: Words): boolean {
  const known = new Set(phrase.map(({ text }) => text));
  const parts = partsOf(said).filter((part) => countShared(part, asked) > 0);
  const claims = partsOf(phrase);
  for (const part of parts) {
    const claim = nearestClaim(part, claims) ?? known;
    const pointing = [...claim].filter((text) => !/\d/.test(text));
    if (pointing.some((text) => !part.has(text) && isContradicted(text, part, claim))) return true;
  }
  if (saysOtherNumber(said, phrase, known)) return true;
  const isOneClaim = new Set(phrase.map(({ claim }) => claim)).size === 1 && asked.size > 1;
  const holders = (text: string) => parts.filter((part) => part.has(text));
  return (
    isOneClaim &&
    [...asked].some(
      (text) =>
        pointsSomewhere(text) &&
        holders(text).length > 0 &&
        holders(text).every((part) => countShared(part, asked) === 1),
    )
  );
}
/** 8 bytes for "16 bytes", in a part that does not say 16 bytes. */
function saysOtherNumber(said: readonly Token[], phrase: readonly Token[], known: ReadonlySet<string>): boolean {
  return phrase.some(({ text: number }, at) => {
    const unit = phrase[at + 1]?.text;
    if (!/^\d/.test(number) || unit === undefined || /\d/.test(unit)) return false;
    return said.some((token, n) => {
      const other = said[n - 1];
      if (token.text !== unit || !other || !/^\d/.test(other.text) || known.has(other.text)) return false;
      return !said.some((it, m) => it.text === number && it.claim === token.claim && said[m + 1]?.text === unit);
    });
  });
}
/** The claim of a phrase that shares most with a part of the answer, the words that point up or down aside. */
function nearestClaim(part: Words, claims: readonly Words[]): Words | undefined {
  const shared = claims.map((claim) => [...claim].filter((text) => part.has(text) && !pointsSomewhere(text)).length);
  const most = Math.max(...shared);
  const nearest = claims.filter((_, at) => shared[at] === most);
  return nearest.length === 1 ? nearest[0] : undefined;
}
const partsOf = (said: readonly Token[]) =>
  [...Map.groupBy(said, ({ claim }) => claim).values()].map((part) => new Set(part.map(({ text }) => text)));
