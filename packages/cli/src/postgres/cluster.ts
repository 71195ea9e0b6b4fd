import { createHash } from "node:crypto";
import { allPids, commandLine } from "../processes/proc";

/**
 * A name that every process of the server on this data directory shows in its title. Command lines are readable by
 * all; a process's working directory is not, in containers whose root lacks CAP_SYS_PTRACE.
 */
export const clusterName = (dataDirectory: string) =>
  `tidao-${createHash("sha256").update(dataDirectory).digest("hex").slice(0, 12)}`;

export function pidsOfCluster(dataDirectory: string): number[] {
  const name = clusterName(dataDirectory);
  return allPids().filter((pid) => {
    const command = commandLine(pid);
    return command?.includes(name) && /^(\S*\/)?postgres\b/.test(command);
  });
}
