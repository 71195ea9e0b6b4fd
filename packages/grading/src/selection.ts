/** Right choices minus wrong ones, over the right ones there are: guessing everything earns nothing. */
export function selectionPoints(keys: ReadonlySet<string>, chosen: ReadonlySet<string>): number {
  const hits = [...chosen].filter((id) => keys.has(id)).length;
  const misses = chosen.size - hits;
  return keys.size === 0 ? 0 : Math.max(0, (hits - misses) / keys.size);
}

/** The key with one choice taken out or put in: the nearest wrong answers. */
export const toggled = (keys: ReadonlySet<string>, id: string): string[] =>
  keys.has(id) ? [...keys].filter((other) => other !== id) : [...keys, id];
