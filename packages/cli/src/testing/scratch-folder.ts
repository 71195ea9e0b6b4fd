import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { allPids, commandLine, isAlive } from "../processes/proc";
import type { Session } from "../terminal/session";

/**
 * What a run's tests find as the system's temporary folder. It goes at the end, and with it the servers that a test
 * had started there and, because of Ctrl-C, could not stop itself.
 */
export function scratchFolder(run: string, session: Session): string {
  const folder = join(tmpdir(), `tidao-test-${run}`);
  mkdirSync(folder);
  chmodSync(folder, 0o1777); // as /tmp: tests run things as other users too
  session.defer(async () => {
    const servers = allPids().filter((pid) => /^\S*\/postgres /.test(commandLine(pid) ?? "") && mentions(pid, folder));
    for (const pid of servers) process.kill(pid, "SIGKILL");
    for (let waited = 0; servers.some(isAlive) && waited < 2000; waited += 50) await sleep(50);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  return folder;
}

const mentions = (pid: number, folder: string) => commandLine(pid)?.includes(`${folder}/`) ?? false;
