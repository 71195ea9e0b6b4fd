import { createHash } from "node:crypto";
import { accessSync, chownSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { run } from "../processes/run";
import { Trouble } from "../terminal/trouble";
import { type Binaries, copyBinaries } from "./binaries";
import { runningPostmaster } from "./pid-file";
import { inNamespace, NOBODY } from "./probe";
import type { Way } from "./way";

/** Who runs what, and where: all that differs between the ways. */
export interface Layout {
  way: Way;
  bin: string;
  data: string;
  ids: { uid?: number; gid?: number };
  wrap: (command: string, args: string[]) => [string, string[]];
  /** Gives a file or an empty folder to whoever runs the server. */
  own: (path: string) => void;
}

/** Not under /var/tmp if it can be helped: systemd empties that of files which nobody read for a month. */
const elsewhere = ["/var/lib", "/var/tmp"];

const isWritable = (folder: string) => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** A folder for the data of one checkout, outside it. */
export function folderElsewhere(data: string, bases = elsewhere): string {
  const name = `tidao-${createHash("sha256").update(dirname(data)).digest("hex").slice(0, 12)}`;
  const places = bases.map((base) => join(base, name));
  const place = places.find(existsSync) ?? places.find((path) => isWritable(dirname(path)));
  if (!place) throw new Trouble(`Neither of ${bases.join(", ")} can be written to.`, "Set DATABASE_URL instead.");
  return place;
}

const asItIs: Layout["wrap"] = (command, args) => [command, args];
const giveToNobody = (path: string) => chownSync(path, NOBODY, NOBODY);

export async function layOut(way: Way, binaries: Binaries, data: string, bases?: string[]): Promise<Layout> {
  const bin = join(binaries.folder, "bin");
  switch (way) {
    case "self":
      return { way, bin, data, ids: {}, wrap: asItIs, own: () => {} };
    case "namespace":
      return { way, bin, data, ids: {}, wrap: inNamespace, own: (path) => chownSync(path, 0, 0) };
    case "nobody":
      return { way, bin, data, ids: { uid: NOBODY, gid: NOBODY }, wrap: asItIs, own: giveToNobody };
    case "copy": {
      const folder = folderElsewhere(data, bases);
      const native = await copyBinaries(binaries, folder);
      const moved = { bin: join(native, "bin"), data: join(folder, basename(data)) };
      return { way, ...moved, ids: { uid: NOBODY, gid: NOBODY }, wrap: asItIs, own: giveToNobody };
    }
  }
}

/**
 * Makes the data that is there belong to the way that was chosen today: a checkout can move, a home can be closed, a
 * container can lose its user namespaces, and nothing that was learned may be lost by that.
 */
export async function adoptData(layout: Layout, data: string, bases?: string[]) {
  const places = layout.way === "self" ? [] : [data, join(folderElsewhere(data, bases), basename(data))];
  const other = places.find((place) => place !== layout.data);
  if (other && !existsSync(layout.data) && existsSync(join(other, "PG_VERSION"))) {
    if (runningPostmaster(other)) throw new Trouble(`A database server still runs on ${other}.`, "Stop it first.");
    await moveFolder(other, layout.data);
  }
  if (!existsSync(layout.data)) return;
  const owner = layout.ids.uid ?? process.getuid?.() ?? 0;
  const actual = statSync(layout.data).uid;
  if (actual === owner) return;
  if (process.getuid?.() !== 0) {
    throw new Trouble(
      `${layout.data} belongs to user ${actual}: Tidao was started by another user before, perhaps by root.`,
      `Give it back: sudo chown -R ${owner} ${dirname(layout.data)}`,
    );
  }
  await run("chown", ["-R", `${owner}:${owner}`, layout.data]);
}

async function moveFolder(from: string, to: string) {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  try {
    renameSync(from, to);
  } catch {
    // another file system; a copy cut short must not be taken for the data
    const unfinished = `${to}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    const { code, stderr } = await run("cp", ["-a", from, unfinished]);
    if (code !== 0) throw new Trouble(`The data could not be moved from ${from} to ${to}: ${stderr.trim()}`);
    renameSync(unfinished, to);
    rmSync(from, { recursive: true });
  }
}
