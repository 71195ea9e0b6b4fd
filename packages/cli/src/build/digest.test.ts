import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceDigest } from "./digest";

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tidao-digest-"));
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "turbo.json", "prisma/package.json"];
  for (const file of files) write(file, file);
  for (const folder of ["apps/web/src", "packages/ui/src", "prisma/schema", "prisma/src"]) write(`${folder}/a.ts`, "1");
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ["a source of an app", "apps/web/src/a.ts"],
  ["a new file", "packages/ui/src/b.css"],
  ["the schema", "prisma/schema/a.ts"],
  ["the lockfile", "pnpm-lock.yaml"],
])("%s that changes asks for a new build", (_, path) => {
  const before = sourceDigest(root, {});
  write(path, "2");
  expect(sourceDigest(root, {})).not.toBe(before);
});

it.each([
  ["a test", "apps/web/src/a.test.ts"],
  ["what a build wrote", "apps/web/.next/server/a.js"],
  ["what a test build wrote", "apps/web/.next-test/server/a.js"],
  ["the generated client", "prisma/src/generated/client.ts"],
  ["a lesson, which is imported into the database", "packages/content/topics/tokenisation/lesson.zh.md"],
  ["the order of topics", "packages/content/curriculum.yaml"],
  ["a command", "packages/cli/src/main.ts"],
])("%s that changes asks for none", (_, path) => {
  const before = sourceDigest(root, {});
  write(path, "2");
  expect(sourceDigest(root, {})).toBe(before);
});

it("moving text from one file into another is a change", () => {
  write("packages/ui/src/b.ts", "x");
  write("packages/ui/src/c.ts", "y");
  const before = sourceDigest(root, {});
  write("packages/ui/src/b.ts", "y");
  write("packages/ui/src/c.ts", "x");
  expect(sourceDigest(root, {})).not.toBe(before);
});

it("a public variable is compiled in, any other is not", () => {
  const before = sourceDigest(root, {});
  expect(sourceDigest(root, { DATABASE_URL: "postgres://x" })).toBe(before);
  expect(sourceDigest(root, { NEXT_PUBLIC_X: "1" })).not.toBe(before);
});
