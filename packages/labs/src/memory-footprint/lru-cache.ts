import { seededRandom } from "@tidao/kernel";

/** Requests for keys whose popularity falls as (rank)^-exponent, drawn by the inverse of the distribution function. */
export function zipfRequests({ requests = 5000, keys = 200, exponent = 1.1, seed = 29 } = {}): number[] {
  const random = seededRandom(seed);
  const cumulative: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= keys; rank++) cumulative.push((total += rank ** -exponent));
  return Array.from({ length: requests }, () => {
    const wanted = random.next() * total;
    let [low, high] = [0, keys - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** Share of requests that a least-recently-used cache answers: every gain is paid with entries that it holds. */
export function lruHitRate(requests: readonly number[], capacity: number): { hitRate: number; entries: number } {
  // A Map keeps the order of insertion: the first key is the one not used for longest.
  const cache = new Map<number, true>();
  let hits = 0;
  for (const key of requests) {
    if (cache.delete(key)) hits++;
    cache.set(key, true);
    if (cache.size > capacity) cache.delete(cache.keys().next().value ?? key);
  }
  return { hitRate: hits / requests.length, entries: cache.size };
}
