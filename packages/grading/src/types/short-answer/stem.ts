import { americanWord } from "../../spelling";

/** Light on purpose: plural, -ed, -ing, -ly, -ation and British spelling. Both sides pass through it. */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let root = americanWord(word)
    .replace(/ies$/, "y")
    .replace(/(?<=(?:ss|x|ch|sh))es$/, "")
    .replace(/(?<![sui])s$/, "");
  root = root.replace(/ization$/, "iz").replace(/(?<=[a-z]{3})(?:ations?|ly)$/, "");
  const shortened = root.replace(/(?<=[a-z]{2})(?:ing|ed)$/, "");
  if (shortened !== root && /[aeiouy]/.test(shortened)) root = shortened.replace(/([bdgmnprt])\1$/, "$1");
  return root.replace(/(?<=[a-z]{3})e$/, "").replace(/y$/, "i");
}
