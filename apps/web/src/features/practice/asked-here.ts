type Entry = Pick<History, "state" | "replaceState">;
const mark = "tidaoAsked";
const stateOf = ({ state }: Entry) => (state ?? {}) as Record<string, unknown>;

/**
 * Says of the entry of the browser's history which questions were answered on it: whoever goes back to it gets the page as the
 * router kept it, which may begin with one of them.
 * @param opened tells one opening of the document from the next: after a reload the server has chosen anew
 */
export function markAsked(ids: readonly string[], entry: Entry = history, opened = performance.timeOrigin): void {
  entry.replaceState({ ...stateOf(entry), [mark]: { opened, ids } }, "");
}
export function readAsked(entry: Entry = history, opened = performance.timeOrigin): string[] {
  const kept = stateOf(entry)[mark] as { opened: number; ids: string[] } | undefined;
  return kept?.opened === opened ? kept.ids : [];
}
