import { migrateDatabase } from "../database/prepare";
import type { Connection } from "../database/connection";
import { holdInstance, type Instance, isInstanceHeld } from "../processes/instance";
import { readSecrets } from "../secrets";
import { type Say } from "../terminal/progress";
import { inSession, type Session } from "../terminal/session";
import { openProductDatabase } from "./database";

export interface OnceContext {
  connection: Connection;
  session: Session;
  say: Say;
}

// what is said on the way must not stand between the lines of a result that a program reads
const toStderr: Say = (text) => process.stderr.write(`${text}\n`);

/** For a command that needs the product's database once: beside the running product, or with its own start and stop. */
export function withProductDatabase<T>(command: string, work: (context: OnceContext) => Promise<T>): Promise<T> {
  return inSession(async (session) => {
    const isBeside = await isInstanceHeld("product");
    if (!isBeside) {
      const instance: Instance = await holdInstance("product", command);
      session.defer(instance.release);
    }
    const { connection, own } = await openProductDatabase(readSecrets(), session, toStderr, !isBeside);
    await migrateDatabase({ connection, appPassword: own?.appPassword, say: toStderr, signal: session.signal });
    return work({ connection, session, say: toStderr });
  });
}
