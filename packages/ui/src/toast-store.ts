/** What has just happened, and how to take it back. Lives outside React, so that any handler can say it. */
export interface ToastMessage {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

let messages: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly ToastMessage[]) {
  messages = next;
  for (const listener of listeners) listener();
}

export const currentToasts = (): readonly ToastMessage[] => messages;
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const timers = new Map<number, ReturnType<typeof setTimeout>>();
export function dismissToast(id: number): void {
  holdToast(id);
  set(messages.filter((message) => message.id !== id));
}

/** Stays while it is looked at: nobody has to be quick. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}
/** For six seconds, for twenty when it can be undone. */
export function releaseToast({ id, action }: ToastMessage): void {
  holdToast(id);
  timers.set(
    id,
    setTimeout(() => dismissToast(id), action ? 20_000 : 6_000),
  );
}

/** At most three at a time. */
export function showToast(text: string, action?: ToastMessage["action"]): void {
  const message = { id: nextId++, text, action };
  set([...messages.slice(-2), message]);
  releaseToast(message);
}
