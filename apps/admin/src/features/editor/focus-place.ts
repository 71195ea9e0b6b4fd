import { type Path, pathKey } from "./spec-path";

/** The field of a place; where the place is a group, its first field; where it has none, the nearest around it. */
export function findField(root: ParentNode, path: Path): HTMLElement | null {
  const fields = [...root.querySelectorAll<HTMLElement>("[data-path]")];
  for (let length = path.length; length > 0; length--) {
    const key = pathKey(path.slice(0, length));
    const own = fields.find((field) => field.dataset.path === key);
    const inside = own ?? fields.find((field) => field.dataset.path?.startsWith(`${key}/`));
    if (inside) return inside;
  }
  return null;
}

/** Brings a place into sight and the cursor into it. */
export function focusPlace(path: Path): void {
  const field = findField(document, path);
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
