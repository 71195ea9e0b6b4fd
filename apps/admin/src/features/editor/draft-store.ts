import { type Json, type Path, readAt, type Spec, writeAt } from "./spec-path";

/**
 * The text in the editor, outside of React: a field renders anew only when its own place changes, so that typing stays
 * quick in a question with a hundred fields.
 */
export interface DraftStore {
  get(): Spec;
  /** How often the whole text was exchanged: fields with a state of their own begin anew. */
  epoch(): number;
  set(path: Path, value: Json | undefined): void;
  insert(path: Path, index: number, item: Json): void;
  remove(path: Path, index: number): void;
  move(path: Path, from: number, to: number): void;
  replace(spec: Spec): void;
  subscribe(listener: () => void): () => void;
}

export function createDraftStore(start: Spec): DraftStore {
  let spec = start;
  let epoch = 0;
  const listeners = new Set<() => void>();
  const update = (next: Json) => {
    spec = next as Spec;
    for (const listener of listeners) listener();
  };
  const list = (path: Path): Json[] => {
    const found = readAt(spec, path);
    return Array.isArray(found) ? found : [];
  };
  return {
    get: () => spec,
    epoch: () => epoch,
    set: (path, value) => update(writeAt(spec, path, value)),
    insert: (path, index, item) => update(writeAt(spec, path, list(path).toSpliced(index, 0, item))),
    remove: (path, index) => update(writeAt(spec, path, list(path).toSpliced(index, 1))),
    move: (path, from, to) => {
      const items = list(path);
      const item = items[from];
      if (item === undefined || to < 0 || to >= items.length) return;
      update(writeAt(spec, path, items.toSpliced(from, 1).toSpliced(to, 0, item)));
    },
    replace: (next) => {
      epoch++;
      update(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
