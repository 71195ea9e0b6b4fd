import { join } from "node:path";
import { withProductDatabase } from "../product/once";
import { runScript } from "../terminal/script";
import { inSession } from "../terminal/session";
import { Trouble } from "../terminal/trouble";

const script = (name: string) => join(import.meta.dirname, `${name}.ts`);
const withoutDatabase = ["check", "new", "report", "facts"];
const withDatabase = ["import", "export"];

/** `npm run content -- new|check|report|facts|import|export`. Each action is a script of its own: it loads the compiler. */
export async function content(action: string, args: string[]): Promise<number> {
  if (withoutDatabase.includes(action)) {
    return inSession(({ signal }) => runScript(script("author"), [action, ...args], { signal }));
  }
  if (!withDatabase.includes(action)) {
    const known = [...withoutDatabase, ...withDatabase].join(", ");
    throw new Trouble(`There is no content ${action}.`, `Actions: ${known}`);
  }
  return withProductDatabase(`npm run content -- ${action}`, ({ connection, session }) => {
    const env = { DATABASE_URL: connection.appUrl, DATABASE_OWNER_URL: connection.ownerUrl };
    return runScript(script(action), args, { env, signal: session.signal });
  });
}
