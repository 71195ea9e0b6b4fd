import { join } from "node:path";
import { dataFolder } from "../checkout";
import { type Connection, givenConnection, withoutPassword } from "../database/connection";
import { APP_ROLE, urlOf } from "../postgres/accounts";
import { keepRunning } from "../postgres/keeper";
import { type PostgresServer, startServer } from "../postgres/server";
import type { Secrets } from "../secrets";
import type { Say } from "../terminal/progress";
import type { Session } from "../terminal/session";

export interface ProductDatabase {
  connection: Connection;
  /** The server that we brought, and the application's password on it. */
  own?: { server: PostgresServer; appPassword: string };
}

const NAME = "tidao";

/**
 * The database of the product: the one that was given, or our own server. That one is kept alive and is stopped at the
 * end, unless another command in this checkout uses it too.
 */
export async function openProductDatabase(
  secrets: Secrets,
  session: Session,
  say: Say,
  isOurs = true,
): Promise<ProductDatabase> {
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
  if (isOurs) {
    session.defer(server.stop);
    session.defer(keepRunning(server, say));
  }
  say(`database: PostgreSQL ${server.version} ${server.origin} on 127.0.0.1:${server.port}`);
  const appUrl = urlOf({ host: "127.0.0.1", port: server.port }, APP_ROLE, appPassword, NAME);
  return { connection: { ownerUrl: server.urlOf(NAME), appUrl }, own: { server, appPassword } };
}
