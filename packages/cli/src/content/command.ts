import { join } from "node:path";
import { withProductDatabase } from "../product/once";
import { runScript } from "../terminal/script";
import { inSession } from "../terminal/session";
import { contentAction } from "./actions";

const script = (name: string) => join(import.meta.dirname, `${name}.ts`);
/** `npm run content -- new|check|report|facts|import|export`. Each action is a script of its own: it loads the compiler. */
export async function content(name: string, args: string[]): Promise<number> {
  const { action, needsDatabase } = contentAction(name, args);
  if (!needsDatabase) return inSession(({ signal }) => runScript(script("author"), [action, ...args], { signal }));
  return withProductDatabase(`npm run content -- ${action}`, ({ connection, session }) => {
    const env = { DATABASE_URL: connection.appUrl, DATABASE_OWNER_URL: connection.ownerUrl };
    return runScript(script(action), args, { env, signal: session.signal });
  });
}
