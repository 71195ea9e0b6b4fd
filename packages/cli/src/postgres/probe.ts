import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { WayFacts } from "./way";

export const NOBODY = 65534;

/** The same command as root under another name: files stay root's, PostgreSQL sees uid 65534. */
export const inNamespace = (command: string, args: string[]): [string, string[]] => [
  "unshare",
  ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, command, ...args],
];

const succeeds = (command: string, args: string[], ids = {}) =>
  spawnSync(command, args, { ...ids, cwd: "/", stdio: "ignore", timeout: 10_000 }).status === 0;

/** Tries, rather than guesses, who could run these binaries on a data directory at this place. */
export function probeWay(binaries: string, dataDirectory: string, forced?: string): WayFacts {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) return { isRoot, nobodyReaches: false, namespaceReaches: false, forced };
  const parent = dirname(dataDirectory);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const reach = `"${join(binaries, "bin/postgres")}" --version && test -r "${join(binaries, "share")}" && test -x "${parent}"`;
  const [unshare, unshareArgs] = inNamespace("/bin/sh", ["-c", `${reach} && test -w "${parent}"`]);
  return {
    isRoot,
    nobodyReaches: succeeds("/bin/sh", ["-c", reach], { uid: NOBODY, gid: NOBODY }),
    namespaceReaches: succeeds(unshare, unshareArgs),
    forced,
  };
}
