import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { Trouble } from "../terminal/trouble";
import { isFree } from "./port";
import { allPids, commandLine } from "./proc";

const LISTENING = "0A"; // include/net/tcp_states.h

/** Inodes of the sockets that listen on a port, from the text of /proc/net/tcp or tcp6. */
export function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === LISTENING)
    .flatMap((fields) => fields[9] ?? []);
}

/** The process that listens on a port; null when it is another user's, or there is no /proc. */
export function findPortHolder(port: number): number | null {
  const inodes = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((path) => {
    try {
      return listeningInodes(readFileSync(path, "utf8"), port);
    } catch {
      return [];
    }
  });
  const sockets = new Set(inodes.map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return null;
  return allPids().find((pid) => hasOpen(pid, sockets)) ?? null;
}

function hasOpen(pid: number, targets: Set<string>): boolean {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).some((fd) => {
      try {
        return targets.has(readlinkSync(`${folder}/${fd}`));
      } catch {
        return false; // closed while we looked
      }
    });
  } catch {
    return false; // another user's process
  }
}

export interface PortUse {
  port: number;
  /** The variable that chooses another port. */
  variable: string;
  pid: number | null;
  command: string | null;
}

export function portTakenMessage({ port, variable, pid, command }: PortUse): [string, string] {
  const holder = pid ? `by process ${pid}${command ? ` (${shortened(command)})` : ""}` : "by another program";
  const other = `${variable}=${port + 100} npm start`;
  return [
    `Port ${port} is taken ${holder}.`,
    pid ? `Stop it (kill ${pid}), or choose another port: ${other}` : `Stop it, or choose another port: ${other}`,
  ];
}

const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 97)}...` : text);

export async function isPortFree(port: number, host: string): Promise<boolean> {
  // browsers try ::1 for `localhost` first: a program that listens only there would be seen in our place
  return (await isFree(port, host)) && (await isFree(port, "::1"));
}

export async function assertPortsFree(ports: { port: number; variable: string }[], host: string) {
  const taken: string[] = [];
  for (const { port, variable } of ports) {
    if (await isPortFree(port, host)) continue;
    const pid = findPortHolder(port);
    taken.push(portTakenMessage({ port, variable, pid, command: pid ? commandLine(pid) : null }).join("\n  "));
  }
  if (taken.length > 0) throw new Trouble(taken.join("\n"));
}
