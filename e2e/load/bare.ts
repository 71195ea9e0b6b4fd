import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { send } from "./calls";
import { type Row, runLoad, warmUp } from "./run-load";

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** A bare Fastify + pg insert on the same machine, database and minute, for scale. */
export async function measureBare(clients: number, seconds: number): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query("create table if not exists bench_bare (id bigserial primary key, body jsonb not null, at timestamptz not null default now())");
  await owner.end();
  const port = await freePort();
  const server = fork(join(import.meta.dirname, "bare-server.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: process.env.DATABASE_OWNER_URL, PORT: String(port) },
  });
  await once(server, "message");
  try {
    const request = async () => {
      const { status } = await send(`http://127.0.0.1:${port}/answers`, { method: "POST", body: { answer: "a", points: 1 } });
      if (status !== 200) throw new Error(`bare: ${status}`);
    };
    const bare = [{ name: "bare Fastify + pg insert", process: server.pid ?? 0, request }];
    await warmUp(bare);
    return await runLoad(bare, { clients, seconds });
  } finally {
    server.kill();
  }
}
