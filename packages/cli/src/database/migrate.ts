import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";
import { checkout } from "../checkout";
import { APP_ROLE } from "../postgres/accounts";
import type { Say } from "../terminal/progress";
import { Trouble } from "../terminal/trouble";
import { databaseOf, withDatabase, withoutPassword } from "./connection";
import { prisma } from "./generate";

/** "tidao" as bytes. Whoever changes the schema or fills the bank holds it; Prisma's WebAssembly engine takes none. */
const LOCK = 0x746964616f;

const folder = join(checkout, "prisma/migrations");

/** Connects, and makes the database when the server has none of that name. */
export async function connectOrCreate(ownerUrl: string): Promise<Client> {
  try {
    return await connect(ownerUrl);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== "3D000") throw unreachable(ownerUrl, error);
  }
  const admin = await connect(withDatabase(ownerUrl, "postgres"));
  try {
    await admin.query(`create database ${escapeIdentifier(databaseOf(ownerUrl))}`);
  } catch (error) {
    // duplicate_database, or its catalogue's unique_violation: another start made it just now, or in this very moment
    if (!(error instanceof DatabaseError) || !["42P04", "23505"].includes(error.code ?? "")) throw error;
  } finally {
    await admin.end();
  }
  return connect(ownerUrl);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a connection that breaks while idle shows at its next query
  await client.connect();
  return client;
}

function unreachable(url: string, error: unknown) {
  const reason = error instanceof AggregateError ? error.errors.map(String).join("; ") : String(error);
  return new Trouble(
    `The database ${withoutPassword(url)} cannot be reached: ${reason}`,
    "Check DATABASE_URL, or unset it: then Tidao brings its own PostgreSQL.",
  );
}

/** Holds the lock of this database for the time of the work; a second start waits for the first. */
export async function withMigrationLock<T>(
  ownerUrl: string,
  say: Say,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connectOrCreate(ownerUrl);
  try {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [LOCK]);
    if (!rows[0]?.held) {
      say("another command is preparing this database; waiting for it ...");
      await client.query("select pg_advisory_lock($1)", [LOCK]);
    }
    return await work(client);
  } finally {
    await client.end(); // and with the session goes the lock
  }
}

/** Migrations that this checkout has and the database has not, in order. */
export async function pendingMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string | null }>("select to_regclass('_prisma_migrations') as table");
  const applied = rows[0]?.table
    ? await client.query<{ migration_name: string; checksum: string }>(
        "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
      )
    : { rows: [] };
  const checksums = new Map(applied.rows.map((row) => [row.migration_name, row.checksum]));
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => checksums.get(name) !== checksumOf(name))
    .toSorted();
}

const checksumOf = (name: string) =>
  createHash("sha256")
    .update(readFileSync(join(folder, name, "migration.sql")))
    .digest("hex");

/** Brings the schema up to date. Asking first saves the seconds that Prisma needs to find that nothing is to do. */
export async function migrate(client: Client, ownerUrl: string, signal?: AbortSignal): Promise<string[]> {
  const pending = await pendingMigrations(client);
  if (pending.length > 0) await prisma(["migrate", "deploy"], { ownerUrl, signal });
  return pending;
}

/** Lets the application's role, which the first migration made, log in to the server that we brought. */
export async function letApplicationLogIn(client: Client, password: string) {
  await client.query(`alter role ${APP_ROLE} login password ${escapeLiteral(password)}`);
}
