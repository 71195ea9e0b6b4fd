/**
 * What was typed and not handed in yet, in this tab: a reload, a lost session or a browser that was closed by its phone
 * costs nothing. One draft for each name; `of` says what it answers, so that it never lands on something else.
 */
export interface DraftStore {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** A store that can say what it holds. */
export type DraftShelf = DraftStore & Pick<Storage, "length" | "key">;

// where storage is switched off, reading it throws
const tab = (): DraftShelf | null => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};

export function keepDraft(name: string, of: string, draft: unknown, store: DraftStore | null = tab()): void {
  try {
    store?.setItem(name, JSON.stringify({ of, draft }));
  } catch {
    // full: the page goes on without a net
  }
}

export function readDraft<T>(name: string, of: string, store: DraftStore | null = tab()): T | null {
  try {
    const kept = JSON.parse(store?.getItem(name) ?? "null") as { of: string; draft: T } | null;
    return kept?.of === of ? kept.draft : null;
  } catch {
    return null;
  }
}

export function dropDraft(name: string, store: DraftStore | null = tab()): void {
  try {
    store?.removeItem(name);
  } catch {
    // as above
  }
}

const ofTidao = "tidao.";
const whose = "tidao.whose";

/**
 * Drafts outlive a session, so that whoever signs in again goes on writing; somebody else who signs in in the same tab finds
 * none of them, neither to read nor to save as their own.
 */
export function forgetOthers(learnerId: string, store = tab()): void {
  try {
    if (!store) return;
    const before = store.getItem(whose);
    if (before === learnerId) return;
    const names = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
    if (before !== null) for (const name of names) if (name.startsWith(ofTidao)) store.removeItem(name);
    store.setItem(whose, learnerId);
  } catch {
    // as above
  }
}
