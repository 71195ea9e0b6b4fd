/** What has just happened, and how to take it back. Lives outside React, so that any handler can say it. */
export interface ToastMessage {
  id: number;
  /** News goes by itself; a problem stays until it is closed. */
  kind: "news" | "problem";
  text: string;
  action?: { label: string; run: () => void };
}

const places = 3;
/** Of the places: news always has one to pass through, however many problems nobody has closed yet. */
const placesForProblems = 2;

let shown: readonly ToastMessage[] = [];
let waiting: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

export const currentToasts = (): readonly ToastMessage[] => shown;
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stays while it is looked at: nobody has to be quick. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}
/** For six seconds from when it is seen, for twenty when it can be undone. */
export function releaseToast({ id, kind, action }: ToastMessage): void {
  holdToast(id);
  if (kind === "problem") return;
  timers.set(
    id,
    setTimeout(() => dismissToast(id), action ? 20_000 : 6_000),
  );
}

/** Also gives the place that is free to what waits. */
export function dismissToast(id: number): void {
  holdToast(id);
  shown = shown.filter((message) => message.id !== id);
  letIn();
}

/** A fourth message waits until it has a place, and its time begins then. */
export function showToast(text: string, action?: ToastMessage["action"]): void {
  add({ id: nextId++, kind: "news", text, action });
}
/** What went wrong and what to do: stays until it is closed. */
export function showProblem(text: string): void {
  add({ id: nextId++, kind: "problem", text });
}

function add(message: ToastMessage) {
  // an action of its own takes back another thing
  const isAgain = (other: ToastMessage) =>
    other.kind === message.kind && other.text === message.text && other.action?.run === message.action?.run;
  if (waiting.some(isAgain)) return;
  // the same once more takes the place of the first, and is announced anew
  for (const { id } of shown.filter(isAgain)) holdToast(id);
  shown = shown.filter((other) => !isAgain(other));
  waiting = [...waiting, message];
  letIn();
}

const hasPlace = ({ kind }: ToastMessage) =>
  shown.length < places &&
  (kind === "news" || shown.filter((message) => message.kind === "problem").length < placesForProblems);

function letIn() {
  for (const message of waiting) {
    if (!hasPlace(message)) continue;
    shown = [...shown, message];
    waiting = waiting.filter((other) => other !== message);
    releaseToast(message);
  }
  for (const listener of listeners) listener();
}
