import { join } from "node:path";
import type { ImportReport } from "@tidao/services/content";
import type { DemoSignIn } from "@tidao/services/demo";
import type { Client } from "pg";
import { checkout } from "../checkout";
import { toolEnvironment } from "../environment";
import { run } from "../processes/run";
import type { Say } from "../terminal/progress";
import { Trouble } from "../terminal/trouble";
import type { Connection } from "./connection";
import { describeImport } from "./describe-import";
import { letApplicationLogIn, migrate, withMigrationLock } from "./migrate";

export type FillMessage =
  | { importing: { done: number; of: number } }
  | { imported: ImportReport }
  | { rebuilding: number }
  | { rebuilt: number }
  | { unmade: string }
  | { signIns: DemoSignIn[] };

export interface Migration {
  connection: Connection;
  /** Set for the server that we brought: the application's role logs in with it. */
  appPassword?: string | undefined;
  say: Say;
  signal?: AbortSignal | undefined;
}

export interface Preparation extends Migration {
  /** Of the demo accounts; null for none. */
  demoPassword: string | null;
  /** Signs what the demo learner is made to have answered, in a database without people; absent: they have no history. */
  demoHistorySecret?: string;
}

const PROGRESS_MS = 5000;

/** uuidv7() came with 18; see prisma/migrations. */
const OLDEST_POSTGRES = 180_000;

/** Schema, jobs, content, demo data: all under one lock, so that two starts on one database do not mix. */
export function prepareDatabase(preparation: Preparation): Promise<DemoSignIn[]> {
  return migrateDatabase(preparation, async (client) => {
    const { signIns, changed } = await fill(preparation);
    // until PostgreSQL has counted what an import wrote it plans as if the bank were empty
    if (changed) await client.query("analyze question, question_version");
    return signIns;
  });
}

/** Brings the schema up to date, and does more while nobody else may. */
export function migrateDatabase(migration: Migration): Promise<void>;
export function migrateDatabase<T>(migration: Migration, then: (client: Client) => Promise<T>): Promise<T>;
export function migrateDatabase<T>(migration: Migration, then?: (client: Client) => Promise<T>): Promise<T | void> {
  const { connection, appPassword, say, signal } = migration;
  return withMigrationLock(connection.ownerUrl, say, async (client) => {
    await assertVersion(client);
    const migrated = await migrate(client, connection.ownerUrl, signal);
    say(migrated.length > 0 ? `schema migrated: ${migrated.join(", ")}` : "schema up to date");
    if (appPassword) await letApplicationLogIn(client, appPassword);
    return then?.(client);
  });
}

async function assertVersion(client: Client) {
  const { rows } = await client.query<{ number: string; name: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name",
  );
  if (Number(rows[0]?.number) < OLDEST_POSTGRES) {
    throw new Trouble(
      `The database is PostgreSQL ${rows[0]?.name}; Tidao needs 18 or newer.`,
      "Upgrade it, or unset DATABASE_URL: then Tidao brings its own.",
    );
  }
}

async function fill({ connection, demoPassword, demoHistorySecret, say, signal }: Preparation) {
  let signIns: DemoSignIn[] = [];
  let changed = false;
  let told = performance.now();
  const tellProgress = (progress: string) => {
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    say(`${progress} ...`);
  };
  const script = join(import.meta.dirname, "fill.ts");
  const outcome = await run(process.execPath, ["--import", "tsx", script], {
    cwd: join(checkout, "packages/cli"),
    env: {
      ...toolEnvironment(),
      DATABASE_OWNER_URL: connection.ownerUrl,
      DATABASE_URL: connection.appUrl,
      ...(demoPassword && { TIDAO_DEMO_PASSWORD: demoPassword }),
      ...(demoHistorySecret && { TIDAO_DEMO_HISTORY: "1", NEXTAUTH_SECRET: demoHistorySecret }),
    },
    signal,
    onMessage: (message) => {
      const news = message as FillMessage;
      if ("imported" in news) {
        changed = !news.imported.unchanged;
        describeImport(news.imported).forEach(say);
      } else if ("signIns" in news) signIns = news.signIns;
      else if ("rebuilt" in news) say(`what is known of ${news.rebuilt} learners derived anew from their logs`);
      else if ("unmade" in news) say(`the demo learner has no history, or a part of it: ${news.unmade}`);
      else if ("rebuilding" in news) tellProgress(`${news.rebuilding} learners derived anew from their logs`);
      else tellProgress(`${news.importing.done} of ${news.importing.of} questions imported`);
    },
  });
  if (outcome.code !== 0)
    throw new Trouble(`The database could not be filled.\n${outcome.stdout}${outcome.stderr}`.trim());
  return { signIns, changed };
}
