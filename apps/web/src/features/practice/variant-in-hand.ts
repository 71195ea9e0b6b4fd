/** The question before a learner, with the numbers and the order that it was drawn in. */
export interface VariantInHand {
  question: string;
  seed: number;
}
type Entry = Pick<History, "state" | "replaceState">;

/** As an address names it; null where it names none, or only a question that is asked for. */
export function variantInHand(question: string | null, seed: string | null): VariantInHand | null {
  return question && seed !== null && /^\d{1,6}$/.test(seed) ? { question, seed: Number(seed) } : null;
}
export function readVariantInHand(address: string): VariantInHand | null {
  const { searchParams } = new URL(address);
  return variantInHand(searchParams.get("question"), searchParams.get("seed"));
}

/**
 * Names it in the address, so that a reload, a sign-in on the way or the way back bring the same one with what was typed;
 * with null nothing is in hand, and the address asks for the next.
 */
export function nameVariantInHand(
  hand: VariantInHand | null,
  here: string = location.href,
  entry: Entry = history,
): void {
  const address = new URL(here);
  const named = { question: hand?.question ?? null, seed: hand ? String(hand.seed) : null };
  const changed = Object.entries(named).filter(([name, value]) => address.searchParams.get(name) !== value);
  if (changed.length === 0) return;
  for (const [name, value] of changed)
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  // with its own mark left out, Next's router learns of the address and puts the mark back
  const { __NA: _, __PRIVATE_NEXTJS_INTERNALS_TREE: __, ...own } = (entry.state ?? {}) as Record<string, unknown>;
  entry.replaceState(own, "", address.href);
}
