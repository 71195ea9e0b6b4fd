import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, startedAt } from "./proc";
import { killGroup } from "./run";

export interface Process {
  name: string;
  pid: number;
}

interface Note extends Process {
  startedAt: string | null;
}

/** Writes down who runs: when we are killed with -9 they live on, and keep the ports of the next start. */
export function noteProcesses(path: string, processes: Process[]) {
  const notes: Note[] = processes.map(({ name, pid }) => ({ name, pid, startedAt: startedAt(pid) }));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(notes));
}

/** Ends what an earlier run left. A pid alone is not enough to kill by: since then it may have become another's. */
export async function stopLeftovers(path: string): Promise<number> {
  const left = readNotes(path).filter((note) => note.startedAt !== null && startedAt(note.pid) === note.startedAt);
  const alive = () => left.filter(({ pid }) => isAlive(pid));
  const found = alive().length;
  for (const { pid } of alive()) killGroup(pid, "SIGTERM");
  for (let waited = 0; alive().length > 0 && waited < 5000; waited += 50) await sleep(50);
  for (const { pid } of alive()) killGroup(pid, "SIGKILL");
  noteProcesses(path, []);
  return found;
}

function readNotes(path: string): Note[] {
  if (!existsSync(path)) return [];
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Note[];
  } catch {
    return []; // cut short by the same kill
  }
}
