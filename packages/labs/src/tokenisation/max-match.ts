/** Greedy longest match from the left: at each place the longest word, else one character (Xue 2003 gives the history). */
export function forwardMaxMatch(text: string, words: Iterable<string>): string[] {
  return maxMatch(text, words, "forward");
}

/** The same from the right end. */
export function reverseMaxMatch(text: string, words: Iterable<string>): string[] {
  return maxMatch(text, words, "reverse");
}

/** Both; the one with fewer tokens, then with fewer single characters, then the reverse one. */
export function bidirectionalMaxMatch(text: string, words: Iterable<string>): string[] {
  const list = [...words];
  const forward = maxMatch(text, list, "forward");
  const reverse = maxMatch(text, list, "reverse");
  if (forward.length !== reverse.length) return forward.length < reverse.length ? forward : reverse;
  const singles = (tokens: string[]) => tokens.filter((token) => [...token].length === 1).length;
  return singles(forward) < singles(reverse) ? forward : reverse;
}

function maxMatch(text: unknown, words: Iterable<unknown>, direction: "forward" | "reverse"): string[] {
  if (typeof text !== "string") throw new RangeError("the text must be a string");
  const known = new Set<string>();
  let longest = 1;
  for (const word of words) {
    if (typeof word !== "string") throw new RangeError("every word must be a string");
    known.add(word);
    longest = Math.max(longest, [...word].length);
  }
  // Code points, so that an emoji is one character.
  const characters = [...text];
  const tokens: string[] = [];
  let [from, to] = [0, characters.length];
  while (from < to) {
    let length = Math.min(longest, to - from);
    const piece = () =>
      (direction === "forward" ? characters.slice(from, from + length) : characters.slice(to - length, to)).join("");
    while (length > 1 && !known.has(piece())) length--;
    tokens.push(piece());
    if (direction === "forward") from += length;
    else to -= length;
  }
  return direction === "forward" ? tokens : tokens.reverse();
}
