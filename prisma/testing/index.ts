import { randomBytes } from "node:crypto";
import pg from "pg";
import { closeDatabase } from "../src/index";

/** The same database as the application's role sees it: no DDL, a record that only grows. */
export function asApplication(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=tidao_app");
  return url.href;
}

export interface TestDatabase {
  ownerUrl: string;
  applicationUrl: string;
  drop(): Promise<void>;
}

/** A fresh clone of the run's migrated template (about 50 ms). */
export async function cloneTestDatabase(): Promise<TestDatabase> {
  const { TIDAO_TEST_SERVER: server, TIDAO_TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error("no test template: is prisma/testing/global-setup.ts configured?");
  const name = template.replace("template", randomBytes(6).toString("hex"));
  await asAdmin(server, (admin) => admin.query(`create database "${name}" template "${template}"`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    ownerUrl: url.href,
    applicationUrl: asApplication(url.href),
    drop: () => asAdmin(server, (admin) => admin.query(`drop database if exists "${name}" with (force)`)),
  };
}

async function asAdmin(server: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/**
 * Points `db` and `pool` of this test file at its own database. Call in `beforeAll`; call the returned function in `afterAll`.
 * @returns the database, with a `close` that also drops it.
 */
export async function openTestDatabase(): Promise<TestDatabase & { close(): Promise<void> }> {
  const database = await cloneTestDatabase();
  await closeDatabase();
  process.env.DATABASE_URL = database.applicationUrl;
  process.env.DB_POOL ??= "5";
  return {
    ...database,
    close: async () => {
      await closeDatabase();
      await database.drop();
    },
  };
}
