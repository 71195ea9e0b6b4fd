/** British -ise, -isation spelled -ize, -ization: "tokenisation" is "tokenization". */
export const americanSpelling = (word: string) =>
  word.replace(/(?<=[a-z]{3})is(e|es|ed|er|ers|ing|ation|ations)$/, "iz$1");

const foldWord = (word: string) => {
  const spelled = americanSpelling(word);
  return spelled.length >= 4 && !/(ss|us|is)$/.test(spelled) ? spelled.replace(/s$/, "") : spelled;
};

/**
 * One spelling for all ways to fill a blank: width and compatibility forms (NFKC), case, punctuation, blanks, articles,
 * British spelling and the English plural do not count. Signs that carry meaning stay: the point of 0.5, the minus of
 * n-1, % + # < > = ^ and the slash of 1/2 and m/s.
 */
export function foldFilling(text: string): string {
  return text
    .replace(/[−–—‐‑‒﹣]/g, "-")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\$/g, "")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(/\p{P}/gu, (sign, at: number, whole: string) => (meansSomething(sign, at, whole) ? sign : " "))
    .trim()
    .split(/\s+/)
    .filter((word, _, words) => words.length === 1 || !/^(?:the|a|an)$/.test(word))
    .map((word) => word.replace(/[a-z]+/g, foldWord))
    .join("");
}

function meansSomething(sign: string, at: number, whole: string): boolean {
  const before = whole.slice(0, at);
  const after = whole[at + 1] ?? "";
  if (sign === "%" || sign === "#" || sign === "*") return true;
  if (sign === ".") return /\d$/.test(before) && /\d/.test(after);
  // 1/2, m/s and D/(G√T) divide; "and/or" lists
  if (sign === "/")
    return (
      /(?:[\d)]|(?:^|[^\p{L}])\p{L})\s*$/u.test(before) && /^[\s(√]*(?:\d|\p{L}(?!\p{L}))/u.test(whole.slice(at + 1))
    );
  // "n-1", "-1" and "2-1" subtract; "gpt-2" and "byte-level" join
  if (sign === "-") return /\d/.test(after) && /(?:^|[^\p{L}])\p{L}?\s*$/u.test(before);
  return false;
}
