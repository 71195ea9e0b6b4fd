/** The range of Chinese characters that anybody types. */
const [first, last] = [0x4e00, 0x9fa5];

let places: Map<string, number> | undefined;
/** Every character's place in the order of their sound (CLDR's collation by pinyin): those that sound alike stand together. */
function placesBySound(): Map<string, number> {
  if (places) return places;
  const { compare } = new Intl.Collator("zh-u-co-pinyin");
  const characters = Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).toSorted(compare);
  places = new Map(characters.map((character, at) => [character, at]));
  return places;
}

/**
 * How far apart two words of one length sound, as the sum over the characters that differ of their distance in the order of sound; what
 * is typed by sound goes wrong among neighbours. Infinite where a character has no sound that is known, or the lengths differ.
 */
export function soundDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  if (from.length !== to.length) return Number.POSITIVE_INFINITY;
  const order = placesBySound();
  return from.reduce((sum, character, at) => {
    const other = to[at]!;
    if (character === other) return sum;
    const [x, y] = [order.get(character), order.get(other)];
    return x === undefined || y === undefined ? Number.POSITIVE_INFINITY : sum + Math.abs(x - y);
  }, 0);
}
/** About as many characters as share one syllable. */
export const soundsAlike = (a: string, b: string): boolean => soundDistance(a, b) < 100;
