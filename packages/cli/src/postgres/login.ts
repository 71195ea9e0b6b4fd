import { Client, DatabaseError } from "pg";
import { OWNER, urlOf } from "./accounts";
import type { Layout } from "./layout";
import { runTool, saidBy } from "./tools";

export type Answer = "ours" | "another password" | "silent";

/** Whether the server at this port lets us in with our password. */
export async function askServer(port: number, ownerPassword: string): Promise<Answer> {
  const connectionString = urlOf({ host: "127.0.0.1", port }, OWNER, ownerPassword, "postgres");
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on("error", () => {}); // a server that goes away while it is asked is silent
  try {
    await client.connect();
    await client.query("select 1");
    return "ours";
  } catch (error) {
    return error instanceof DatabaseError && error.code === "28P01" ? "another password" : "silent";
  } finally {
    await client.end().catch(() => {});
  }
}

/** Gives the owner of a stopped server our password: the file of secrets was lost, the data was not. */
export async function resetOwnerPassword(layout: Layout, ownerPassword: string) {
  const statement = `alter role ${OWNER} password '${ownerPassword.replaceAll("'", "''")}'\n`;
  const outcome = await runTool(layout, "postgres", ["--single", "-D", layout.data, "postgres"], { input: statement });
  if (outcome.code !== 0) throw new Error(`the database's password could not be set again:\n${saidBy(outcome)}`);
}
