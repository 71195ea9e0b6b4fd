/**
 * The same items in an order in which no two neighbours share a key, wherever there is such an order; items keep their
 * places as far as that allows. There is one if and only if no key holds more than half of what remains (rounded up, and
 * down for the key just taken): so at each place the first item is taken that leaves it possible. Where it is impossible
 * the most frequent key is spread as far as it goes.
 * @param last key of what came before the first item
 */
export function keepApart<T>(items: readonly T[], keyOf: (item: T) => string, last?: string): T[] {
  const waiting = new Map<string, { item: T; place: number }[]>();
  for (const [place, item] of items.entries()) {
    const key = keyOf(item);
    const queue = waiting.get(key);
    if (queue) queue.push({ item, place });
    else waiting.set(key, [{ item, place }]);
  }
  const order: T[] = [];
  let before = last;
  for (let left = items.length; left > 0; left--) {
    const key = choose(waiting, before, left);
    const queue = waiting.get(key)!;
    order.push(queue.shift()!.item);
    if (!queue.length) waiting.delete(key);
    before = key;
  }
  return order;
}

/** The key to take now, of `left` items that wait. */
function choose(waiting: ReadonlyMap<string, { place: number }[]>, before: string | undefined, left: number): string {
  let first: string | undefined;
  let firstPlace = Number.POSITIVE_INFINITY;
  let largest: string | undefined;
  let largestSize = 0;
  for (const [key, queue] of waiting) {
    if (key === before) continue;
    if (queue.length > largestSize) [largest, largestSize] = [key, queue.length];
    if (queue[0]!.place < firstPlace) [first, firstPlace] = [key, queue[0]!.place];
  }
  if (first === undefined || largest === undefined) return before!;
  // one key alone can be more than half of what is left after this place: it goes now, or two of it meet later
  return largestSize > Math.ceil((left - 1) / 2) ? largest : first;
}
