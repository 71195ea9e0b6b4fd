import { readdirSync, readFileSync } from "node:fs";

/** Who serves, from the file that the launcher keeps. */
export function servingPid(name: string, file = process.env.TIDAO_PROCESS_FILE ?? ""): number {
  const running = JSON.parse(readFileSync(file, "utf8")) as { name: string; pid: number }[];
  const pid = running.find((process) => process.name === name)?.pid;
  if (!pid) throw new Error(`${name} is not running`);
  return pid;
}

/** CPU seconds (user and system) of a process, from /proc; clock ticks are 1/100 s on Linux. */
export function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
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
      if (Number(stat[1]) === postmaster) sum += (Number(stat[11]) + Number(stat[12])) / 100;
    } catch {
      // ended between the listing and the look
    }
  }
  const own = readFileSync(`/proc/${postmaster}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return sum + (Number(own[13]) + Number(own[14])) / 100;
}
