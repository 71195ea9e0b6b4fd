/**
 * What was typed and not handed in yet, in this tab: a reload, a lost session or a browser that was closed by its phone
 * costs nothing. One draft for each name; `of` says what it answers, so that it never lands on something else.
 */
export interface DraftStore {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

// where storage is switched off, reading it throws
const tab = (): DraftStore | null => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};

export function keepDraft(name: string, of: string, draft: unknown, store = tab()): void {
  try {
    store?.setItem(name, JSON.stringify({ of, draft }));
  } catch {
    // full: the page goes on without a net
  }
}

export function readDraft<T>(name: string, of: string, store = tab()): T | null {
  try {
    const kept = JSON.parse(store?.getItem(name) ?? "null") as { of: string; draft: T } | null;
    return kept?.of === of ? kept.draft : null;
  } catch {
    return null;
  }
}

export function dropDraft(name: string, store = tab()): void {
  try {
    store?.removeItem(name);
  } catch {
    // as above
  }
}
