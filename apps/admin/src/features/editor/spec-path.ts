import type { ApiData } from "../../api-data";

/** What stands in the editor: JSON that may be unfinished. */
export type Spec = ApiData["questions"]["getQuestion"]["spec"];
export type Json = Spec[string];
export type Path = readonly (string | number)[];

const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function readAt(value: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(at)) at = typeof step === "number" ? at[step] : undefined;
    else at = isObject(at) ? at[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

/** A copy in which `path` holds `next`; everything beside the path stays the very same object. Nothing takes the key away. */
export function writeAt(value: Json | undefined, path: Path, next: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return next ?? null;
  if (typeof step === "number") {
    const list = Array.isArray(value) ? value : [];
    return list.with(step, writeAt(list[step], rest, next));
  }
  const object = isObject(value) ? value : {};
  if (rest.length === 0 && next === undefined) {
    const { [step]: _gone, ...others } = object;
    return others;
  }
  return { ...object, [step]: writeAt(object[step], rest, next) };
}

export const listAt = (value: Json | undefined, path: Path): Json[] => {
  const found = readAt(value, path);
  return Array.isArray(found) ? found : [];
};
export const textAt = (value: Json | undefined, path: Path): string => {
  const found = readAt(value, path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
};

/** One string for a path: names an element of the page, and a place in a map. */
export const pathKey = (path: Path): string => path.join("/");

/** The next free letter, then letters with numbers: ids stay when their part moves, so they are never made from places. */
export function freshId(taken: readonly string[], letters = "abcdefghijklmnopqrstuvwxyz"): string {
  for (let round = 1; ; round++)
    for (const letter of letters) {
      const id = round === 1 && letters.length > 1 ? letter : `${letter}${round}`;
      if (!taken.includes(id)) return id;
    }
}
