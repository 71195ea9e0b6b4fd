import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkout } from "../checkout";

const roots = ["apps", "packages", "prisma/schema", "prisma/src"];
const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "turbo.json", "prisma/package.json"];

// Made by tools, or never part of an app: the commands, and the course itself, which is imported into the database.
const skippedFolders = new Set(["node_modules", "generated", "dist", "coverage", "test-results"]);
const skippedPlaces = new Set(["packages/cli", "packages/content/topics", "packages/content/paths"]);
const courseFile = /^packages\/content\/[a-z]+\.yaml$/;
const skippedFiles = /(\.test\.tsx?|\.tsbuildinfo|next-env\.d\.ts|README\.md)$/;

function* sourcesUnder(folder: string, root: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      // dot folders: .next and its like, .turbo
      const isSkipped = entry.name.startsWith(".") || skippedFolders.has(entry.name);
      if (!isSkipped && !skippedPlaces.has(relative(root, path))) yield* sourcesUnder(path, root);
    } else if (entry.isFile() && !skippedFiles.test(entry.name) && !courseFile.test(relative(root, path))) {
      yield path;
    }
  }
}

/** Of everything that a build of the apps depends on: equal digests, equal builds. */
export function sourceDigest(root = checkout, env: NodeJS.ProcessEnv = process.env): string {
  const hash = createHash("sha256").update(process.version);
  const paths = [
    ...roots.flatMap((name) => [...sourcesUnder(join(root, name), root)]),
    ...files.map((f) => join(root, f)),
  ];
  for (const path of paths.toSorted()) {
    const content = readFileSync(path);
    hash.update(`\0${relative(root, path)}\0${content.length}\0`).update(content);
  }
  // Next compiles these in
  for (const name of Object.keys(env)
    .filter((key) => key.startsWith("NEXT_PUBLIC_"))
    .toSorted()) {
    hash.update(`\0${name}=${env[name]}`);
  }
  return hash.digest("hex");
}
