/** A number in prose, with every value that it may stand for: "7 B" is 7 or 7·10⁹, "50 %" is 50 or 0.5. */
export interface StatedNumber {
  shown: string;
  values: number[];
  line: number;
}

const number =
  /(?<![A-Za-z_\d.]|[A-Za-z]-)(\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(thousand|million|billion|trillion|十|百|千|[万亿]+|%|％)|\s?([KkMBTG])(?![A-Za-z]))?/g;
const scales: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  十: 10,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  K: 1e3,
  k: 1e3,
  M: 1e6,
  B: 1e9,
  G: 1e9,
  T: 1e12,
};

export function numbersIn(text: string, line: number): StatedNumber[] {
  const prose = text.replace(/\[@[^\]]*\]/g, " ");
  return Array.from(prose.matchAll(number), ([shown, digits = "", word = "", letter = ""]) => {
    const value = Number(digits.replace(/[,\u00a0\u202f]/g, ""));
    const factor =
      word === "%" || word === "％"
        ? 0.01
        : Array.from(word).some((sign) => sign in scales)
          ? chineseFactor(word)
          : (scales[word] ?? scales[letter] ?? 1);
    return { shown: shown.trim(), values: [...new Set([value, exact(value * factor)])], line };
  });
}
const chineseFactor = (word: string) => Array.from(word).reduce((product, sign) => product * (scales[sign] ?? 1), 1);
const exact = (value: number) => Number(value.toPrecision(12));

/** Numbers up to twelve are often written as words in one language. */
const mayBeWords = ({ values }: StatedNumber) =>
  values.every((value) => Number.isInteger(value) && value <= 12) || values[0] === 100;

/** Those of `mine` that `theirs` does not hold. */
export function missingNumbers(mine: readonly StatedNumber[], theirs: readonly StatedNumber[]): StatedNumber[] {
  const there = new Set(theirs.flatMap(({ values }) => values));
  const missing = mine.filter((each) => !mayBeWords(each) && !each.values.some((value) => there.has(value)));
  return missing.filter((each, at) => missing.findIndex(({ shown }) => shown === each.shown) === at);
}
