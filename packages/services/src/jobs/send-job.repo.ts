import { type Connection, pool } from "@tidao/prisma";
import { PgBoss } from "pg-boss";
import { type JobName, jobSchema } from "./job-schema";

let sender: Promise<PgBoss> | undefined;

/** Sends over our own pool; runs nothing itself. */
function startSender(): Promise<PgBoss> {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ db, schema: jobSchema, migrate: false, supervise: false, schedule: false });
  boss.on("error", () => {});
  return boss.start();
}

/** Call it before the transaction that sends: starting reads over the pool, and who holds a connection must not wait for another. */
export async function readySender(): Promise<PgBoss> {
  sender ??= startSender().catch((error: unknown) => {
    sender = undefined;
    throw error;
  });
  return sender;
}

/**
 * Asks for a job to run now, in the caller's transaction: it runs when that is committed, and not otherwise. What it is to
 * do stands in our own tables, so that nothing about a person lies in the queue, and its next turn by the clock makes up
 * for one that was lost.
 */
export async function sendJob(connection: Connection, name: JobName): Promise<void> {
  const boss = await readySender();
  await boss.send(name, null, { db: { executeSql: (text, values) => connection.query(text, values) } });
}
