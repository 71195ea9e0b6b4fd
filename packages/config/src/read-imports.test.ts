import { describe, expect, test } from "vitest";
import { packageOf, readImports, withoutComments } from "./read-imports";

// Assembled, so that this file itself imports nothing of the kind.
const source = (...lines: string[]) => lines.join("\n");
const read = (...lines: string[]) =>
  readImports(source(...lines)).map(({ specifier, typeOnly, line }) => [specifier, typeOnly, line]);

describe("no form of import escapes", () => {
  test.each([
    ["default", `import a from "x";`, false],
    ["named over several lines", `import {\n  a,\n  type B,\n} from "x";`, false],
    ["namespace", `import * as a from "x";`, false],
    ["type-only", `import type { A } from "x";`, true],
    ["a value called type", `import type from "x";`, false],
    ["side effect", `import "x";`, false],
    ["single quotes", `import 'x';`, false],
    ["re-export", `export { a } from "x";`, false],
    ["re-export of everything", `export * from "x";`, false],
    ["re-export of types", `export type { A } from "x";`, true],
    ["dynamic", `const a = await import("x");`, false],
    ["type in place", `let a: import("x").A;`, false],
    ["require", `const a = require("x");`, false],
    ["resolve", `const a = import.meta.resolve("x");`, false],
  ])("%s", (_, code, typeOnly) => expect(read(code)).toEqual([["x", typeOnly, 1]]));

  test("a style sheet's import counts", () => {
    expect(readImports(`@import "tailwindcss";\n@import "./a.css";`, "a.css").map((i) => i.specifier)).toEqual([
      "tailwindcss",
      "./a.css",
    ]);
  });

  test("each is found on its own line, whatever stands between", () => {
    expect(read(`import a from "a";`, ``, `export const b = { from: "nowhere" };`, `export * from "c";`)).toEqual([
      ["a", false, 1],
      ["c", false, 4],
    ]);
  });
});

describe("what only looks like an import is none", () => {
  test.each([
    ["a commented one", `// import a from "x";`],
    ["one in a block comment", `/*\nimport a from "x";\n*/`],
    ["SQL", `export const rows = query('select id from "user"');`],
    ["a sentence", `const a = "you can import this from 'x'";`],
    ["a call inside a string", `const attack = 'import("x")';`],
    ["code inside a template", "const code = `\nimport a from 'x';\n`;"],
  ])("%s", (_, code) => expect(read(code)).toEqual([]));

  test("a glob does not begin a comment, and a comment inside a string is kept", () => {
    const code = `const a = ["packages/*", "https://x"]; // gone\nimport b from "b"; /* gone */`;
    expect(withoutComments(code)).toContain(`["packages/*", "https://x"]`);
    expect(withoutComments(code)).not.toContain("gone");
    expect(read(code)).toEqual([["b", false, 2]]);
  });
});

test("a door belongs to its package", () => {
  expect(["@tidao/grading/spec", "@tidao/kernel", "pg", "next/link", "node:fs"].map(packageOf)).toEqual([
    "@tidao/grading",
    "@tidao/kernel",
    "pg",
    "next",
    "node:fs",
  ]);
});
