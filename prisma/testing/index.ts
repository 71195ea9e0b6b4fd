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

/** What a template holds besides the schema. */
export interface Filling {
  /** Of the template; the same name is the same filling. */
  name: string;
  /** Writes with `db` and `pool`, as the application does. */
  fill(): Promise<unknown>;
}

function testTemplate(): { server: string; template: string } {
  const { TIDAO_TEST_SERVER: server, TIDAO_TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error("no test template: is prisma/testing/global-setup.ts configured?");
  return { server, template };
}
const urlOf = (server: string, name: string) => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};
const sibling = (template: string, name: string) => template.replace("template", name);

/** A fresh clone of the run's migrated template (about 50 ms), or of the template with that filling. */
export async function cloneTestDatabase(filling?: Filling): Promise<TestDatabase> {
  const { server, template } = testTemplate();
  const from = filling ? await filledTemplate(filling) : template;
  const name = sibling(template, randomBytes(6).toString("hex"));
  await asAdmin(server, (admin) => admin.query(`create database "${name}" template "${from}"`));
  const ownerUrl = urlOf(server, name);
  return {
    ownerUrl,
    applicationUrl: asApplication(ownerUrl),
    drop: () => asAdmin(server, (admin) => admin.query(`drop database if exists "${name}" with (force)`)),
  };
}

/** The first file of a run that asks fills it, others that ask meanwhile wait; one that broke is filled by the next. */
async function filledTemplate({ name, fill }: Filling): Promise<string> {
  const { server, template } = testTemplate();
  const filled = sibling(template, name);
  await asAdmin(server, async (admin) => {
    // of the session, so that a process that is killed gives it back
    await admin.query(`select pg_advisory_lock(hashtext($1))`, [filled]);
    const { rows } = await admin.query<{ complete: boolean }>(`select not datallowconn as complete from pg_database where datname = $1`, [filled]);
    if (rows[0]?.complete) return;
    await admin.query(`drop database if exists "${filled}" with (force)`);
    await admin.query(`create database "${filled}" template "${template}"`);
    await closeDatabase();
    process.env.DATABASE_URL = asApplication(urlOf(server, filled));
    try {
      await fill();
    } finally {
      await closeDatabase();
    }
    await admin.query(`alter database "${filled}" with allow_connections false`);
  });
  return filled;
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
 * @param filling what it holds at first; made once a run
 * @returns the database, with a `close` that also drops it.
 */
export async function openTestDatabase(filling?: Filling): Promise<TestDatabase & { close(): Promise<void> }> {
  const database = await cloneTestDatabase(filling);
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
