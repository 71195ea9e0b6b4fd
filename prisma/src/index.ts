import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";
import { poolSize } from "./pool-size";

/**
 * A name per SQL text lets PostgreSQL keep the plan; adapter-pg sends unnamed statements by default. The name follows from
 * the text alone: the launcher and Next's bundle each hold a copy of this map and share the connections.
 */
const names = new Map<string, string>();
const statementName = (sql: string) => {
  let name = names.get(sql);
  if (!name && names.size < 1000)
    names.set(sql, (name = `p_${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`));
  return name as string;
};

function open(url: string) {
  // who waits this long for a connection is told so, instead of waiting for ever
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize(availableParallelism(), process.env.DB_POOL),
    connectionTimeoutMillis: 20_000,
  });
  // an idle connection that PostgreSQL closed (restart) must not end the process
  pool.on("error", () => {});
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  return { url, pool, prisma: new PrismaClient({ adapter }) };
}
type Open = ReturnType<typeof open>;

// One pool a process, although the launcher's modules and Next's bundle each load this file.
const holder = globalThis as unknown as { tidaoDatabase?: Open };
const get = (): Open => {
  if (holder.tidaoDatabase) return holder.tidaoDatabase;
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return (holder.tidaoDatabase = open(url));
};
const lazily = <T extends object>(find: () => T): T =>
  new Proxy({} as T, {
    get: (_, key) => {
      const target = find();
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

/** The pool of the application role; opened at first use, so that a build needs no database. */
export const pool: pg.Pool = lazily(() => get().pool);
/** Prisma on the same pool: for pages and administration. Hot paths use `pool` with named statements. */
export const db: PrismaClient = lazily(() => get().prisma);

export async function closeDatabase(): Promise<void> {
  const open = holder.tidaoDatabase;
  holder.tidaoDatabase = undefined;
  if (!open) return;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}

/**
 * Runs `work` on a connection beside the pool: for what holds one for minutes and meanwhile writes through the pool, so that
 * it neither takes a connection from requests nor waits for one that it holds itself.
 */
export async function onConnectionApart<T>(work: (connection: Queryable) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: get().url, connectionTimeoutMillis: 20_000 });
  // what waits for an answer hears of a connection that broke; the process must not end with it
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type Queryable = Pick<pg.Pool, "query">;
export type Connection = pg.PoolClient;

/** Runs `work` in one transaction on one connection; rolled back when it throws. */
export async function inTransaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query("begin");
    const result = await work(connection);
    await connection.query("commit");
    return result;
  } catch (error) {
    await connection.query("rollback").catch((e: Error) => (broken = e));
    throw error;
  } finally {
    connection.release(broken);
  }
}
/** A statement with a name that follows from its text: parsed and planned once a connection. */
export const named = (text: string, values: unknown[]) => ({ name: statementName(text), text, values });

export * from "./generated/client";
