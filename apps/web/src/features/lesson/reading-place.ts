import type { DraftStore } from "../../kept-draft";

const nameOf = (slug: string) => `tidao.read.${slug}`;

/** The section under which somebody reads: the last one whose heading has passed the upper part of the window. */
export function sectionAt(tops: readonly { id: string; top: number }[], windowHeight: number): string | null {
  return tops.filter(({ top }) => top < windowHeight * 0.3).at(-1)?.id ?? null;
}

/** Keeps the place; the first section and the last are none to come back to. */
export function keepPlace(
  store: DraftStore | null,
  slug: string,
  ids: readonly string[],
  current: string | null,
): void {
  const at = current === null ? -1 : ids.indexOf(current);
  try {
    if (at > 0 && at < ids.length - 1) store?.setItem(nameOf(slug), ids[at]!);
    else store?.removeItem(nameOf(slug));
  } catch {
    // full or switched off: the lesson is read without it
  }
}

/** The section to go on with, if the lesson still has it. */
export function readPlace(store: DraftStore | null, slug: string, ids: readonly string[]): string | null {
  try {
    const id = store?.getItem(nameOf(slug)) ?? null;
    return id !== null && ids.includes(id) ? id : null;
  } catch {
    return null;
  }
}
