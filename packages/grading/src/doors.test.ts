import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Every outside package that a door pulls in, through all of our own files. */
function outsideImports(file: string, seen = new Set<string>()): Set<string> {
  const outside = new Set<string>();
  if (seen.has(file)) return outside;
  seen.add(file);
  const statements = readFileSync(file, "utf8").matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from "([^"]+)";/gm);
  for (const [, specifier = ""] of statements) {
    if (!specifier.startsWith(".")) outside.add(specifier);
    else for (const inner of outsideImports(`${join(dirname(file), specifier)}.ts`, seen)) outside.add(inner);
  }
  return outside;
}
const door = (name: string) => [...outsideImports(join(import.meta.dirname, name))].toSorted();

test("the specs reach a browser without the formula parser", () => {
  expect(door("spec.ts")).toEqual(["zod"]);
});
test("the graders need nothing that only Node has", () => {
  expect(door("index.ts")).toEqual(["@tidao/kernel", "mathjs/number", "zod"]);
});
