/** A longest common subsequence of the key and the answer: the most items that need not move. */
export function keptInOrder(key: readonly string[], given: readonly string[]): ReadonlySet<string> {
  let best: string[][] = Array.from({ length: given.length + 1 }, () => []);
  for (const id of key) {
    const row: string[][] = [[]];
    given.forEach((item, j) => {
      const [left, above, diagonal] = [row[j] ?? [], best[j + 1] ?? [], best[j] ?? []];
      const longest = above.length >= left.length ? above : left;
      row.push(item === id ? [...diagonal, id] : longest);
    });
    best = row;
  }
  return new Set(best.at(-1));
}
