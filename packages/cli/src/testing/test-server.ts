import { join } from "node:path";
import { escapeIdentifier } from "pg";
import { dataFolder } from "../checkout";
import { type Connection, withDatabase, withoutPassword, withRole } from "../database/connection";
import { connectOrCreate } from "../database/migrate";
import { keepRunning } from "../postgres/keeper";
import { type PostgresServer, startServer } from "../postgres/server";
import { readSecrets } from "../secrets";
import type { Say } from "../terminal/progress";
import type { Session } from "../terminal/session";

export interface TestServer {
  /** A url that may create databases beside the one it names, and does nothing to that one. */
  url: string;
  /** Ours; null when the server was given. */
  own: PostgresServer | null;
  /** A database of this run; it is dropped at the end. */
  database: (name: string) => Connection;
}

const prefix = "tidao_test_";

interface ServerKind {
  data: string;
  disposable: boolean;
}

const tests: ServerKind = { data: join(dataFolder, "test-postgres"), disposable: true };

/** What is measured must write to its disk as the product does. */
export const measured: ServerKind = { data: join(dataFolder, "bench-postgres"), disposable: false };

/** The server of DATABASE_URL, or one of our own, apart from the product's and stopped at the end. */
export async function openTestServer(run: string, session: Session, say: Say, kind = tests): Promise<TestServer> {
  const given = process.env["DATABASE_URL"];
  const own = given ? null : await startOwnServer(session, say, kind);
  const url = given || own?.urlOf("postgres") || "";
  const mine = `${prefix}${run}`;
  session.defer(() => dropDatabases(url, mine));
  say(`tests use databases named ${mine}... on ${withoutPassword(url)}`);
  return {
    url,
    own,
    database: (name) => {
      const ownerUrl = withDatabase(url, `${mine}_${name}`);
      return { ownerUrl, appUrl: withRole(ownerUrl) };
    },
  };
}

async function startOwnServer(session: Session, say: Say, { data, disposable }: ServerKind): Promise<PostgresServer> {
  const server = await startServer({
    data,
    ownerPassword: readSecrets().postgresOwnerPassword,
    firstPort: 5533,
    disposable,
    forcedWay: process.env["TIDAO_POSTGRES_WAY"],
    signal: session.signal,
  });
  session.defer(server.stop);
  session.defer(keepRunning(server, say));
  say(`PostgreSQL ${server.version} for tests ${server.origin} on 127.0.0.1:${server.port}`);
  // on a server that is ours alone, databases of runs that were killed have no owner left
  if (server.origin !== "created") await dropDatabases(server.urlOf("postgres"), prefix);
  return server;
}

async function dropDatabases(url: string, start: string) {
  const client = await connectOrCreate(url);
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [start],
    );
    for (const { datname } of rows) {
      await client.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`);
    }
  } finally {
    await client.end();
  }
}
