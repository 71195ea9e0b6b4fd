import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";

const here = import.meta.dirname;

/** One migrated template database a run; each test file clones it. Needs DATABASE_URL of a server where it may create databases. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error("Integration tests need DATABASE_URL; `npm test` starts a PostgreSQL and sets it.");
  const run = `tidao_test_${process.env.TIDAO_TEST_RUN ?? randomBytes(4).toString("hex")}`;
  const template = `${run}_template`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database "${template}"`);
  const url = new URL(server);
  url.pathname = `/${template}`;
  execFileSync(join(here, "../node_modules/.bin/prisma"), ["migrate", "deploy", "--config", join(here, "../prisma.config.ts")], {
    env: {
      ...process.env,
      DATABASE_URL: url.href,
      DATABASE_OWNER_URL: url.href,
      PRISMA_SCHEMA_ENGINE_BINARY: join(here, "../schema-engine.mjs"),
      CHECKPOINT_DISABLE: "1",
    },
    stdio: "pipe",
  });
  await admin.query(`alter database "${template}" with allow_connections false`);
  process.env.TIDAO_TEST_SERVER = server;
  process.env.TIDAO_TEST_TEMPLATE = template;
  return async () => {
    const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname like $1", [`${run}%`]);
    for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`);
    await admin.end();
  };
}
