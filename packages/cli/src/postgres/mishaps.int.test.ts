import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pidsOfCluster } from "./cluster";
import { type PostgresServer, type ServerOptions, startServer } from "./server";

// real servers, on machines that may be busy
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
let options: ServerOptions;
let server: PostgresServer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidao-mishap-"));
  chmodSync(folder, 0o755);
  options = { data: join(folder, "postgres"), ownerPassword: "first", disposable: false };
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function query(sql: string): Promise<unknown> {
  const client = new Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

it("a first start that was cut short is made again from nothing", async () => {
  mkdirSync(join(folder, "postgres.new-1/base"), { recursive: true });
  writeFileSync(join(folder, "postgres.new-1/PG_VERSION"), "18\n");
  mkdirSync(options.data);
  server = await startServer(options);
  expect(server.origin).toBe("created");
  expect(readdirSync(folder)).toEqual(["postgres"]);
});

it("a database whose every process was killed starts again with what it had acknowledged", async () => {
  server = await startServer(options);
  await query("create table kept as select 7 as n");
  for (const pid of pidsOfCluster(server.data)) process.kill(pid, "SIGKILL");
  server = await startServer(options);
  expect(server.origin).toBe("started");
  expect(await query("select n from kept")).toEqual({ n: 7 });
});

it("a pid file that names a zombie or another program does not keep the database from starting", async () => {
  server = await startServer(options);
  const pidFile = join(server.data, "postmaster.pid");
  const text = readFileSync(pidFile, "utf8");
  await server.stop();
  // the inner process ends at once and its parent, become a sleep, never asks after it
  const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
  const [zombie] = (await once(parent.stdout.setEncoding("utf8"), "data")) as [string];
  for (const pid of [zombie.trim(), String(process.pid)]) {
    writeFileSync(pidFile, text.replace(/^\d+/, pid));
    server = await startServer(options);
    expect(server.origin).toBe("started");
    await server.stop();
  }
  parent.kill();
});

it("a database whose password was lost is given the new one and keeps its data", async () => {
  server = await startServer(options);
  await query("create table kept as select 7 as n");
  for (const isStopped of [true, false]) {
    if (isStopped) await server.stop();
    server = await startServer({ ...options, ownerPassword: `it's new, ${isStopped}` });
    expect(await query("select n from kept")).toEqual({ n: 7 });
  }
});

it("a port that is taken is passed over", async () => {
  const other = createServer().listen({ port: 5480, host: "127.0.0.1" });
  await once(other, "listening");
  server = await startServer({ ...options, firstPort: 5480 });
  expect(server.port).toBeGreaterThan(5480);
  other.close();
});

it("a test database that a crash of the machine broke is made anew", async () => {
  server = await startServer({ ...options, disposable: true });
  await server.stop();
  rmSync(join(server.data, "global/pg_control"));
  server = await startServer({ ...options, disposable: true });
  expect(await query("select 1 as n")).toEqual({ n: 1 });
});

it("a start that is interrupted leaves no server behind", async () => {
  server = await startServer(options);
  await server.stop();
  const controller = new AbortController();
  const starting = startServer({ ...options, signal: controller.signal });
  setTimeout(() => controller.abort(new Error("Ctrl-C")), 60);
  await expect(starting).rejects.toThrow("Ctrl-C");
  expect(pidsOfCluster(server.data)).toEqual([]);
});
