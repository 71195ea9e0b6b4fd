/** First, last, and the neighbours of the current page; null where pages are left out (never for one page alone). */
export function pagesAround(page: number, pages: number): (number | null)[] {
  const wanted = new Set([1, page - 1, page, page + 1, pages].filter((entry) => entry >= 1 && entry <= pages));
  if (wanted.has(3)) wanted.add(2);
  if (wanted.has(pages - 2)) wanted.add(pages - 1);
  const list: (number | null)[] = [];
  let before = 0;
  for (const entry of [...wanted].toSorted((a, b) => a - b)) {
    if (entry - before > 1) list.push(null);
    list.push(entry);
    before = entry;
  }
  return list;
}
