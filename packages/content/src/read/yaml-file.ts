import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Place } from "../course";
import type { Problem } from "../problem";
import { schemaProblem } from "./schema-problem";

export interface YamlFile {
  place: Place;
  value: unknown;
  problems: Problem[];
}

/** Parses one YAML file and remembers the line of every field. */
export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place: Place = {
    file,
    lineOf(path = []) {
      let node: unknown = document.contents;
      let offset = 0;
      for (const step of path) {
        const next = child(node, step);
        if (!next) break;
        [offset, node] = next;
      }
      return Math.max(1, lines.linePos(offset).line);
    },
  };
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    what: `not valid YAML: ${message.split("\n")[0]}`,
    mend: "mind indentation, and quote texts that hold “: ” or start with a sign",
  }));
  return { place, value: problems.length > 0 ? undefined : document.toJS(), problems };
}

function child(node: unknown, step: string | number): [offset: number, node: unknown] | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && isScalar(pair.key) ? [pair.key.range?.[0] ?? 0, pair.value] : null;
  }
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item ? [item.range?.[0] ?? 0, item] : null;
  }
  return null;
}

/** The file's value by its schema; faults are added to `problems` and null is returned. */
export function readBySchema<T extends z.ZodType>(
  { place, value, problems: found }: YamlFile,
  schema: T,
  problems: Problem[],
): z.infer<T> | null {
  problems.push(...found);
  if (found.length > 0) return null;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  problems.push(...result.error.issues.map((issue) => schemaProblem(issue, place, value)));
  return null;
}
