/**
 * A right choice earns one share of as many as there are right ones; a wrong one costs a share, and more than that where
 * fewer choices are wrong than right, so that all wrong ones together cost everything: h / r - m / min(r, w), not below 0.
 * So guessing everything earns nothing, even where most choices are right.
 * @param choiceCount right and wrong ones together
 */
export function selectionPoints(keys: ReadonlySet<string>, chosen: ReadonlySet<string>, choiceCount: number): number {
  const hits = [...chosen].filter((id) => keys.has(id)).length;
  const misses = chosen.size - hits;
  const [right, wrong] = [keys.size, choiceCount - keys.size];
  if (right === 0) return 0;
  // one division where shares are alike: 2/3 - 1/3 must not be a hair off 1/3
  const points =
    wrong >= right || misses === 0 ? (hits - misses) / right : (hits * wrong - misses * right) / (right * wrong);
  return Math.max(0, points);
}

/** The key with one choice taken out or put in: the nearest wrong answers. */
export const toggled = (keys: ReadonlySet<string>, id: string): string[] =>
  keys.has(id) ? [...keys].filter((other) => other !== id) : [...keys, id];
