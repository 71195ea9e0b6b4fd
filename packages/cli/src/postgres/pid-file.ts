import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../processes/proc";
import { pidsOfCluster } from "./cluster";

export interface Postmaster {
  pid: number;
  port: number;
}

const pathOf = (dataDirectory: string) => join(dataDirectory, "postmaster.pid");

/** Lines of postmaster.pid: pid, data directory, start time, port, ... (src/include/utils/pidfile.h). */
export function parsePidFile(text: string): Postmaster | null {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

/** The server that runs on this data directory now, if any. */
export function runningPostmaster(dataDirectory: string): Postmaster | null {
  const path = pathOf(dataDirectory);
  const postmaster = existsSync(path) ? parsePidFile(readFileSync(path, "utf8")) : null;
  if (!postmaster || !isAlive(postmaster.pid)) return null;
  // after a reboot the number may belong to another program
  const isOurs = process.platform !== "linux" || pidsOfCluster(dataDirectory).includes(postmaster.pid);
  return isOurs ? postmaster : null;
}

/**
 * After a `kill -9` the file stays. PostgreSQL removes it itself when its pid is gone, but refuses to start when the
 * number is a zombie's or another program's. It may go only once no orphaned backend is left on the data: orphans
 * notice that their postmaster died and leave by themselves, one that is stuck is of no use to anyone.
 */
export async function clearStalePidFile(dataDirectory: string) {
  if (!existsSync(pathOf(dataDirectory))) return;
  const isWorking = () => pidsOfCluster(dataDirectory).filter(isAlive);
  for (let waited = 0; isWorking().length > 0; waited += 100) {
    if (waited > 10_000) for (const pid of isWorking()) process.kill(pid, "SIGKILL");
    if (waited > 20_000) throw new Error(`processes of the database will not end: ${isWorking().join(", ")}`);
    await sleep(100);
  }
  rmSync(pathOf(dataDirectory), { force: true });
}
