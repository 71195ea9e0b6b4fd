import { readdirSync, readFileSync } from "node:fs";

// What /proc tells about processes. Where there is no /proc (macOS) only kill(pid, 0) is left.

const read = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

export function isAlive(pid: number): boolean {
  const status = read(`/proc/${pid}/status`);
  // A zombie is listed until its parent reaps it; in containers whose first process never does, for ever.
  if (status) return !/^State:\s+[ZX]/m.test(status);
  if (process.platform === "linux") return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ticks since boot at which a process began: with its pid, it names a process for good. */
export function startedAt(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  // the second field is the name in brackets and may hold spaces; starttime is field 22, see proc(5)
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

export function commandLine(pid: number): string | null {
  return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim() ?? null;
}

export function allPids(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
