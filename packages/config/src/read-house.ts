import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parse } from "yaml";
import { type Import, readImports } from "./read-imports";

export const root = join(import.meta.dirname, "../../..");

export interface Manifest {
  name: string;
  exports?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Package {
  /** Without the scope: "kernel". */
  name: string;
  /** From the root: "packages/kernel". */
  folder: string;
  manifest: Manifest;
}

export interface TextFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
  /** Undefined for what belongs to no workspace package. */
  owner: Package | undefined;
}

export interface SourceFile extends TextFile {
  owner: Package;
  imports: Import[];
}

const skippedFolders = new Set(["node_modules", "generated", "dist", "test-results", "playwright-report"]);
const textFile = /\.(tsx?|mts|cts|mjs|cjs|jsx?|css|prisma|sql|json|ya?ml|md|svg|html|sh|toml)$|^\.[a-z]+$/;
const codeFile = /\.(tsx?|mts|cts|mjs|cjs|jsx?|css)$/;

export function readPackages(): Package[] {
  const { packages } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as { packages: string[] };
  return globSync(
    packages.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )
    .map((file) => ({ folder: file.split(sep).slice(0, -1).join("/"), manifest: readManifest(file) }))
    .map((found) => ({ ...found, name: found.manifest.name.replace("@tidao/", "") }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest;
}

/** Every text file that could be committed: not what is installed, built or generated. */
export function readFiles(packages: readonly Package[]): TextFile[] {
  const found: TextFile[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name);
      if (entry.isDirectory()) {
        const hidden = entry.name.startsWith(".") && entry.name !== ".ci";
        if (!hidden && !skippedFolders.has(entry.name)) walk(full);
      } else if (
        entry.isFile() &&
        textFile.test(entry.name) &&
        entry.name !== "next-env.d.ts" &&
        !entry.name.startsWith(".env")
      ) {
        const path = relative(root, full).split(sep).join("/");
        const owner = packages.find(({ folder: home }) => path.startsWith(`${home}/`));
        found.push({ path, owner, text: readFileSync(full, "utf8") });
      }
    }
  };
  walk(root);
  return found.sort((a, b) => a.path.localeCompare(b.path));
}

export function readSources(files: readonly TextFile[]): SourceFile[] {
  return files.flatMap((file) =>
    file.owner && codeFile.test(file.path)
      ? [{ ...file, owner: file.owner, imports: readImports(file.text, file.path) }]
      : [],
  );
}

/** Tests, and what only tests and tools load: they may use what is declared for development. */
export function isForDevelopment(path: string): boolean {
  return /\.(test|spec|config)\.\w+$|\/testing(\/|\.ts$)|^e2e\/|^packages\/config\//.test(path);
}

/** Whether a door of a workspace package ("" for the package itself) leads to a file. */
export function doorOpens({ manifest, folder }: Package, door: string): boolean {
  for (const [pattern, target] of Object.entries(manifest.exports ?? {})) {
    const [head = "", tail] = pattern.split("*");
    const wanted = door ? `./${door}` : ".";
    if (tail === undefined ? wanted !== pattern : !(wanted.startsWith(head) && wanted.endsWith(tail))) continue;
    const star = tail === undefined ? "" : wanted.slice(head.length, wanted.length - tail.length);
    if (existsSync(join(root, folder, target.replace("*", star)))) return true;
  }
  return false;
}
