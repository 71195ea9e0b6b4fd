import { type Token, tokens } from "./tokens";
import { countShared, type Words, without } from "./word-sets";

/** What stands left and right of a word or sign that cannot be read from right to left. */
export interface Relation {
  kind: string;
  left: Words;
  right: Words;
}
interface Marker {
  kind: string;
  pattern: RegExp;
  /** "x after y" is "y before x". */
  turned?: true;
  /** Only the names or numbers next to a sign are its sides. */
  operands?: true;
}
const operand = String.raw`[\p{L}\d._^²√]+(?:\([^()]*\))?`;
/** The sign comes first in the pattern, lest every place of a long word be looked back from. */
const sign = (signs: string) => new RegExp(String.raw`${signs}(?<=${operand}\s*${signs})(?=\s*${operand})`, "gu");
const markers: readonly Marker[] = [
  { kind: "time", pattern: /\b(?:before|prior to|ahead of|precedes?|followed by|then)\b/g },
  { kind: "time", pattern: /\b(?:after|follows|preceded by)\b/g, turned: true },
  {
    kind: "time",
    pattern: /(?<=先.+)(?:再(?![次度加重])|然后|接着|随后|最后|(?<![最先落背以之随然])后(?![期验端缀面者果续门置]))/g,
  },
  { kind: "time", pattern: /(?:之后|以后|(?<![最先落背以之随然])后(?![期验端缀面者果续门置向]))/g },
  { kind: "time", pattern: /(?:之前|以前|(?<![目提之以先向])前(?![缀向馈提面景沿者后置\d]))/g, turned: true },
  { kind: "than", pattern: /\bthan\b/g },
  { kind: "than", pattern: /(?<![占对相百同环无])比(?![例率较值对分如])/g },
  { kind: "over", pattern: /\b(?:divided by|over)\b|(?<=\bdivid(?:e|es|ing)\b.+)\bby\b|除以/g },
  { kind: "over", pattern: sign("/"), operands: true },
  { kind: "minus", pattern: /减去?(?![少小弱半])|\bminus\b/g },
  { kind: "minus", pattern: sign(String.raw`(?: [-−–] |[−–]|(?<=\b\p{L})-(?=\p{L}\b))`), operands: true },
  { kind: "less", pattern: sign("[<≪≤]"), operands: true },
  { kind: "less", pattern: sign("[>≫≥]"), operands: true, turned: true },
  { kind: "more", pattern: /\b(?:outnumbers?|exceeds?|beats?|outweighs?)\b|大于|高于|多于|超过|优于|快于|强于|大过/g },
  { kind: "fewer", pattern: /小于|低于|少于|慢于|弱于/g },
  { kind: "cause", pattern: /\b(?:causes?|leads? to|implies|imply)\b|导致|引起|造成|推出/g },
  { kind: "depends", pattern: /\b(?:depends? on)\b|取决于|依赖/g },
  { kind: "decides", pattern: /\bdetermines?\b|(?<![由])决定/g },
  { kind: "becomes", pattern: /\b(?:becomes?|turns? into)\b|变成|转为|变为|换成/g },
  { kind: "replaces", pattern: /\breplaces?\b|代替|取代/g },
  { kind: "drowns", pattern: /淹没/g },
];

/** A side has at most so many characters: what a text costs must not grow with the square of its length. */
const farthest = 160;
/** The course states at most 17 between two full stops, in a formula; each costs the words on its sides. */
const mostRelations = 20;
const textsIn = (text: string): Words => new Set(tokens(text).map((token) => token.text));

/** The relations that a sentence states, each with the words on its sides; empty sides are none. */
export function relationsIn(sentence: string): Relation[] {
  const marks = markers.flatMap((marker) =>
    [...sentence.matchAll(marker.pattern)].map(({ 0: { length }, index }) => ({ ...marker, index, length })),
  );
  return marks.slice(0, mostRelations).flatMap(({ kind, turned, operands, index, length }): Relation[] => {
    const before = sentence.slice(Math.max(0, index - farthest), index);
    const after = sentence.slice(index + length).slice(0, farthest);
    const [first, second] = operands ? besides(before, after) : sidesOf(before, after);
    if (first.size === 0 || second.size === 0) return [];
    const [left, right] = turned ? [second, first] : [first, second];
    return [{ kind, left, right }];
  });
}
type Sides = readonly [Words, Words];
const besides = (before: string, after: string): Sides => [
  textsIn(new RegExp(String.raw`${operand}\s*$`, "u").exec(before)?.[0] ?? ""),
  textsIn(new RegExp(String.raw`^\s*${operand}`, "u").exec(after)?.[0] ?? ""),
];
/** "Before x, y" has its first side behind the comma. */
function sidesOf(before: string, after: string): Sides {
  const words = textsIn(before);
  if (words.size > 0) return [words, textsIn(after)];
  const comma = after.search(/[,，、]/);
  return comma < 0 ? [words, words] : [textsIn(after.slice(comma + 1)), textsIn(after.slice(0, comma))];
}

/**
 * Tells of a sentence whether it says one of the relations the other way round: "decode before prefill" for "prefill before
 * decode", q/p for p/q, 先微调再评测 for 先评测再微调.
 */
export function turnsRound(stated: readonly Relation[]): (sentence: Token["sentence"]) => boolean {
  const known = new Map<Token["sentence"], boolean>();
  return (sentence) => {
    const turned = known.get(sentence) ?? (stated.length > 0 && isTurnedIn(relationsOf(sentence), stated));
    known.set(sentence, turned);
    return turned;
  };
}
const read = new WeakMap<Token["sentence"], Relation[]>();
function relationsOf(sentence: Token["sentence"]): Relation[] {
  const relations = read.get(sentence) ?? relationsIn(sentence.text);
  read.set(sentence, relations);
  return relations;
}
const isTurnedIn = (relations: readonly Relation[], stated: readonly Relation[]) =>
  stated.some(({ kind, left, right }) => {
    const [onlyLeft, onlyRight] = [without(left, right), without(right, left)];
    const balances = relations
      .filter((other) => other.kind === kind)
      .map((other) => balance(other, onlyLeft, onlyRight));
    return balances.some((it) => it < 0) && !balances.some((it) => it > 0);
  });
/** More than 0 where the sides are as stated, less where they are turned round or all the words that tell are on the wrong one. */
function balance(said: Relation, left: Words, right: Words): number {
  const straight = countShared(said.left, left) + countShared(said.right, right);
  const crossed = countShared(said.left, right) + countShared(said.right, left);
  return crossed > 0 && straight <= crossed ? -1 : straight - crossed;
}
