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
export const dismissToast = (id: number): void => set(messages.filter((message) => message.id !== id));

/** Stays for six seconds, for ten when it can be undone. At most three at a time. */
export function showToast(text: string, action?: ToastMessage["action"]): void {
  const id = nextId++;
  set([...messages.slice(-2), { id, text, action }]);
  setTimeout(() => dismissToast(id), action ? 10_000 : 6_000);
}
