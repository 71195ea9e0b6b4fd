import { dropDraft, type DraftStore, keepDraft, readDraft } from "../../kept-draft";
import type { Session } from "./practice-state";

/** What the end of a sitting shows. */
export type Sitting = Omit<Session, "round">;

const name = "tidao.sitting";
const mark = "tidaoSitting";
type Entry = Pick<History, "state" | "replaceState">;
const stateOf = ({ state }: Entry) => (state ?? {}) as Record<string, unknown>;

/**
 * Keeps the end of a sitting in this tab, under the entry of the browser's history that shows it: whoever looks at one of
 * its answers and goes back finds the others again. `id` is new for each sitting.
 */
export function keepSitting(
  learnerId: string,
  id: string,
  sitting: Sitting,
  store?: DraftStore | null,
  entry: Entry = history,
): void {
  keepDraft(name, `${learnerId}|${id}`, sitting, store);
  entry.replaceState({ ...stateOf(entry), [mark]: id }, "");
}

/** The sitting that ended on the entry in hand, where it is the last that ended in this tab. */
export function readSitting(learnerId: string, store?: DraftStore | null, entry: Entry = history): Sitting | null {
  const id = stateOf(entry)[mark];
  return typeof id === "string" ? readDraft<Sitting>(name, `${learnerId}|${id}`, store) : null;
}

/** It goes on: a reload shows the question in hand. */
export function dropSitting(store?: DraftStore | null, entry: Entry = history): void {
  const { [mark]: id, ...state } = stateOf(entry);
  if (id === undefined) return;
  dropDraft(name, store);
  entry.replaceState(state, "");
}
