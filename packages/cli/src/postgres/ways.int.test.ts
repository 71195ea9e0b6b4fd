import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { run } from "../processes/run";
import { copyBinaries, installedBinaries } from "./binaries";
import { probeWay } from "./probe";
import { type PostgresServer, type ServerOptions, startServer } from "./server";
import type { Way } from "./way";

// real servers, on machines that may be busy
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const namespaces = isRoot && probeWay(installedBinaries().folder, join(tmpdir(), "data")).namespaceReaches;

let server: PostgresServer | undefined;
afterEach(() => server?.stop());

/** A place for binaries and data, open to all or closed to all but root. */
async function place(mode: number) {
  const folder = mkdtempSync(join(tmpdir(), "tidao-way-"));
  onTestFinished(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  chmodSync(folder, 0o755);
  const installed = installedBinaries();
  const binaries = { ...installed, folder: await copyBinaries(installed, join(folder, "node_modules")) };
  chmodSync(folder, mode);
  return { folder, binaries, data: join(folder, ".data/postgres"), ownerPassword: "p'w\"d :/@%", disposable: true };
}

async function query(sql: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: server!.urlOf("postgres") });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

/** One life of a database: created, written to, killed, started again, found running, stopped. */
async function live(options: ServerOptions, way: Way) {
  server = await startServer(options);
  expect(server).toMatchObject({ way, origin: "created" });
  expect(await query("select lower('É'), 'b' < 'é', current_user")).toEqual([["é", true, "tidao_owner"]]);
  await query("create table kept as select 1 as n");

  const [postmaster] = readFileSync(join(server.data, "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(postmaster), "SIGKILL");
  server = await startServer(options);
  expect(server).toMatchObject({ way, origin: "started" });
  expect(await query("select n from kept")).toEqual([[1]]);

  expect(await startServer(options)).toMatchObject({ origin: "running", port: server.port });
  await server.stop();
  expect(existsSync(join(server.data, "postmaster.pid"))).toBe(false);
}

describe.runIf(isRoot)("root", () => {
  it("hands the database to nobody where nobody can reach it", async () => {
    const { folder: _, ...options } = await place(0o755);
    await live(options, "nobody");
    expect(statSync(options.data).uid).toBe(65534);
  });

  it.runIf(namespaces)("runs it in a user namespace where the home is closed to others", async () => {
    const { folder: _, ...options } = await place(0o700);
    await live(options, "namespace");
    expect(statSync(options.data).uid).toBe(0);
  });

  it("copies it elsewhere when there are no namespaces either", async () => {
    const { folder, ...options } = await place(0o700);
    const open = mkdtempSync(join(tmpdir(), "tidao-elsewhere-"));
    chmodSync(open, 0o755);
    onTestFinished(() => rmSync(open, { recursive: true, force: true }));
    await live({ ...options, forcedWay: "copy", bases: [open] }, "copy");
    expect(server?.data.startsWith(open)).toBe(true);
    expect(existsSync(join(folder, ".data/postgres"))).toBe(false);
  });

  it.runIf(namespaces)("keeps the data when another way has to be taken than before", async () => {
    const { folder, ...options } = await place(0o755);
    const open = mkdtempSync(join(tmpdir(), "tidao-elsewhere-"));
    chmodSync(open, 0o755);
    onTestFinished(() => rmSync(open, { recursive: true, force: true }));
    const startedBy = async (way: Way) => {
      await server?.stop();
      server = await startServer({ ...options, forcedWay: way, bases: [open] });
    };
    await startedBy("nobody");
    await query("create table kept as select 1 as n");
    await server?.stop();
    chmodSync(folder, 0o700);
    for (const way of ["namespace", "copy", "namespace"] as const) {
      await startedBy(way);
      expect(await query("select n from kept")).toEqual([[1]]);
    }
  });
});

describe("an ordinary user", () => {
  it("runs the database as it is", async () => {
    const { folder: _, ...options } = await place(0o755);
    if (!isRoot) return live(options, "self");
    const parent = join(options.data, "..");
    mkdirSync(parent);
    execFileSync("chown", ["-R", "nobody", parent]);
    const script = `
      const { startServer } = await import(${JSON.stringify(join(import.meta.dirname, "server.ts"))});
      const options = ${JSON.stringify(options)};
      const first = await startServer(options);
      const second = await startServer(options);
      await first.stop();
      console.log(JSON.stringify([process.getuid(), first.way, first.origin, second.origin]));`;
    const node = [process.execPath, "--import", "tsx", "--input-type=module", "-e", script];
    const cwd = join(import.meta.dirname, "../..");
    const env = { PATH: process.env["PATH"] };
    // under a closed home an ordinary user cannot even read this checkout: then root plays one, in a namespace
    const canRead = (await run("test", ["-r", join(cwd, "package.json")], { uid: 65534, gid: 65534 })).code === 0;
    if (!canRead) execFileSync("chown", ["-R", "root", parent]);
    const outcome = canRead
      ? await run(node[0]!, node.slice(1), { cwd, env, uid: 65534, gid: 65534 })
      : await run("unshare", ["--user", "--map-user=65534", "--map-group=65534", ...node], { cwd, env });
    expect(outcome.stderr).toBe("");
    expect(JSON.parse(outcome.stdout)).toEqual([65534, "self", "created", "running"]);
  });
});
