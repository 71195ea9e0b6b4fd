import { type Json, type Path, pathKey, type Spec } from "../editor/spec-path";

export interface Leaf {
  /** With ids in place of positions: a part that moved is still the same part. */
  key: string;
  path: Path;
  text: string;
  /** The entries of a list by name, as their order is all that it says. */
  isOrder: boolean;
}
export interface Difference {
  key: string;
  /** Into the text after, or into the text before where it was removed. */
  path: Path;
  kind: "added" | "removed" | "changed";
  isOrder: boolean;
  before: string;
  after: string;
}

/** The order in which a question is read; PostgreSQL's jsonb keeps none. */
const reading = [
  "stem",
  "interaction",
  "passage",
  "choices",
  "items",
  "pairs",
  "extras",
  "blanks",
  "spans",
  "keyPoints",
  "modelAnswer",
  "answer",
  "check",
  "tolerance",
  "unit",
  "units",
  "distractors",
  "text",
  "value",
  "left",
  "right",
  "correct",
  "wrong",
  "accept",
  "phrases",
  "why",
  "correction",
  "misconception",
  "solution",
  "hints",
  "variant",
  "parameters",
  "derived",
  "require",
  "objective",
  "difficulty",
  "expectedSeconds",
  "sources",
  "zh",
  "en",
];
const rank = (name: string) => {
  const at = reading.indexOf(name);
  return at < 0 ? reading.length : at;
};
const idOf = (value: Json): string | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.id === "string"
    ? value.id
    : null;

/** Everything that a question says, one line a field, in the order of reading. */
export function leavesOf(value: Json | undefined, path: Path = [], keys: Path = []): Leaf[] {
  const leaf = (text: string, isOrder = false): Leaf => ({
    key: pathKey(keys) + (isOrder ? "/#" : ""),
    path,
    text,
    isOrder,
  });
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object"))
      return value.length ? [leaf(value.map(String).join("\n"))] : [];
    const ids = value.map(idOf);
    const parts = value.flatMap((item, at) => leavesOf(item, [...path, at], [...keys, ids[at] ?? at]));
    return ids.every((id) => id !== null) ? [leaf(ids.join(", "), true), ...parts] : parts;
  }
  if (typeof value !== "object") return [leaf(String(value))];
  return Object.keys(value)
    .filter((name) => name !== "id" && name !== "kind")
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((name) => leavesOf(value[name], [...path, name], [...keys, name]));
}

/** What differs between two texts of one question, field by field. */
export function diffSpecs(before: Spec, after: Spec): Difference[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  const olds = new Map(old.map((leaf) => [leaf.key, leaf]));
  const freshKeys = new Set(fresh.map(({ key }) => key));
  const found: Difference[] = fresh.flatMap(({ key, path, text, isOrder }): Difference[] => {
    const was = olds.get(key)?.text ?? "";
    if (was === text || (isOrder && !isSameSet(was, text))) return [];
    return [{ key, path, isOrder, kind: was ? (text ? "changed" : "removed") : "added", before: was, after: text }];
  });
  const gone = old
    .filter(({ key, isOrder, text }) => !freshKeys.has(key) && !isOrder && text)
    .map(({ key, path, text, isOrder }): Difference => ({
      key,
      path,
      isOrder,
      kind: "removed",
      before: text,
      after: "",
    }));
  return [...found, ...gone];
}

/** Parts that came or went say so themselves; only a new order of the same parts is a difference of its own. */
const isSameSet = (a: string, b: string) => a.split(", ").toSorted().join() === b.split(", ").toSorted().join();
