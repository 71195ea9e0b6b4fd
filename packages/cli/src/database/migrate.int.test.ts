import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseOf, withDatabase, withRole } from "./connection";
import { pendingMigrations } from "./migrate";
import { migrateDatabase } from "./prepare";

const server = process.env["DATABASE_URL"] ?? "";
let ownerUrl: string;
let lines: string[];

beforeEach(() => {
  lines = [];
  ownerUrl = withDatabase(server, `tidao_test_cli_${randomBytes(6).toString("hex")}`);
});
afterEach(() =>
  asClient(server, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(databaseOf(ownerUrl))} with (force)`),
  ),
);

async function asClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const migrateHere = (then = async () => {}) =>
  migrateDatabase({ connection: { ownerUrl, appUrl: withRole(ownerUrl) }, say: (line) => lines.push(line) }, then);

describe("a start on a database", () => {
  it("makes it when the server has none of that name, and migrates it once", async () => {
    await migrateHere();
    await migrateHere();
    expect(lines[0]).toMatch(/^schema migrated: \d+_/);
    expect(lines[1]).toBe("schema up to date");
    expect(await asClient(ownerUrl, pendingMigrations)).toEqual([]);
  });

  it("waits while another start prepares it, and then finds it done", async () => {
    let inside = 0;
    const alone = async () => {
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      inside--;
    };
    await Promise.all([migrateHere(alone), migrateHere(alone)]);
    expect(lines.filter((line) => line.startsWith("schema migrated"))).toHaveLength(1);
    expect(lines).toContain("another command is preparing this database; waiting for it ...");
  });

  it("lets the product in as a role that may read and add but not change the schema", async () => {
    await migrateHere();
    await asClient(withRole(ownerUrl), async (client) => {
      expect((await client.query("select current_user as me")).rows).toEqual([{ me: "tidao_app" }]);
      await client.query("select count(*) from question");
      await expect(client.query("create table mine (id int)")).rejects.toThrow(/permission denied/);
      await expect(client.query("copy (select 1) to program 'true'")).rejects.toThrow(/permission denied/);
    });
  });
});

it("a server that cannot be reached is named without its password", async () => {
  ownerUrl = "postgres://me:secret@127.0.0.1:1/course";
  const failure = await migrateHere().catch((error: Error) => error.message);
  ownerUrl = withDatabase(server, "tidao_test_cli_none");
  expect(failure).toMatch(/^The database postgres:\/\/me@127.0.0.1:1\/course cannot be reached/);
  expect(failure).not.toContain("secret");
});
