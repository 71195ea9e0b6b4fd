import { readdirSync, readFileSync } from "node:fs";

/** Who serves, from the file that the launcher keeps. */
export function servingPid(name: string, file = process.env.TIDAO_PROCESS_FILE ?? ""): number {
  const running = JSON.parse(readFileSync(file, "utf8")) as { name: string; pid: number }[];
  const pid = running.find((process) => process.name === name)?.pid;
  if (!pid) throw new Error(`${name} is not running`);
  return pid;
}

/** CPU seconds (user and system) of a process and its threads, from what the scheduler counts in nanoseconds. */
export function cpuSeconds(pid: number): number {
  let sum = 0;
  for (const thread of entriesOf(`/proc/${pid}/task`)) sum += scheduledSeconds(`/proc/${pid}/task/${thread}/schedstat`);
  return sum;
}
function scheduledSeconds(file: string): number {
  try {
    return Number(readFileSync(file, "utf8").split(" ")[0]) / 1e9;
  } catch {
    // ended between the listing and the look
    return 0;
  }
}
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The postmaster of the measured server, or null when the server is not ours to look at. */
export function postmasterPid(): number | null {
  const data = process.env.TIDAO_POSTGRES_DATA;
  return data ? Number(readFileSync(`${data}/postmaster.pid`, "utf8").split("\n")[0]) : null;
}
/** CPU seconds of PostgreSQL: of all its processes, those that ended meanwhile included in the postmaster's children. */
export function postgresCpuSeconds(postmaster: number): number {
  let sum = cpuSeconds(postmaster);
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
      if (Number(stat[1]) === postmaster) sum += scheduledSeconds(`/proc/${entry}/schedstat`);
    } catch {
      // ended between the listing and the look
    }
  }
  // in clock ticks of 1/100 s
  const own = readFileSync(`/proc/${postmaster}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return sum + (Number(own[13]) + Number(own[14])) / 100;
}
