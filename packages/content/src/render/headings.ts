import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { textContent } from "./html-nodes";

export interface LessonHeading {
  id: string;
  level: 2 | 3;
  text: string;
  /** The objective that the section teaches: its practice button opens that objective's questions. */
  objective?: string;
}
const anchor = /\s*\{#([a-z0-9][a-z0-9-]*)((?:\s+[a-z]+=[a-z0-9-]+)*)\s*\}\s*$/;

export function readAnchor(text: string): { text: string; id: string | null; objective?: string } {
  const match = anchor.exec(text);
  if (!match) return { text: text.trim(), id: null };
  const objective = /\bobjective=([a-z0-9-]+)/.exec(match[2] ?? "")?.[1];
  return {
    text: text.slice(0, match.index).trim(),
    id: match[1] ?? null,
    ...(objective === undefined ? {} : { objective }),
  };
}

/** `## Title {#anchor objective=tok-o1}`: the braces become the heading's id and disappear. */
export function renderHeadings(tree: Root): LessonHeading[] {
  const headings: LessonHeading[] = [];
  let unnamed = 0;
  visit(tree, "element", (found) => {
    const level = Number(/^h([1-6])$/.exec(found.tagName)?.[1] ?? 0);
    if (level === 0) return;
    const { text, id: given, objective } = readAnchor(textContent(found));
    const last = found.children.at(-1);
    if (given !== null && last?.type === "text") last.value = last.value.replace(anchor, "");
    const id = given ?? `section-${++unnamed}`;
    found.properties["id"] = id;
    if (level === 2 || level === 3)
      headings.push({ id, level, text, ...(objective === undefined ? {} : { objective }) });
  });
  return headings;
}
