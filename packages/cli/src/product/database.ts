import { join } from "node:path";
import { dataFolder } from "../checkout";
import { type Connection, givenConnection, withoutPassword } from "../database/connection";
import { APP_ROLE, urlOf } from "../postgres/accounts";
import { startServer } from "../postgres/server";
import type { Secrets } from "../secrets";
import type { Say } from "../terminal/progress";
import type { Session } from "../terminal/session";

export interface ProductDatabase {
  connection: Connection;
  /** The application's password on the server that we brought. */
  appPassword?: string;
}

const NAME = "tidao";

/** The database of the product: the one that was given, or our own server, stopped at the end of the session. */
export async function openProductDatabase(secrets: Secrets, session: Session, say: Say): Promise<ProductDatabase> {
  const given = givenConnection(process.env);
  if (given) {
    say(`database: ${withoutPassword(given.ownerUrl)} (from DATABASE_URL)`);
    return { connection: given };
  }
  const { postgresOwnerPassword: ownerPassword, postgresAppPassword: appPassword } = secrets;
  const server = await startServer({
    data: join(dataFolder, "postgres"),
    ownerPassword,
    forcedWay: process.env["TIDAO_POSTGRES_WAY"],
    signal: session.signal,
  });
  session.defer(server.stop);
  say(`database: PostgreSQL ${server.version} ${server.origin} on 127.0.0.1:${server.port}`);
  const appUrl = urlOf({ host: "127.0.0.1", port: server.port }, APP_ROLE, appPassword, NAME);
  return { connection: { ownerUrl: server.urlOf(NAME), appUrl }, appPassword };
}
