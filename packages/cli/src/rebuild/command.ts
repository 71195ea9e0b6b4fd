import { join } from "node:path";
import { withProductDatabase } from "../product/once";
import { runScript } from "../terminal/script";

/** Derives everything derivable from the log of events; safe while the product runs. */
export function rebuild(): Promise<number> {
  return withProductDatabase("npm run rebuild", ({ connection, session }) =>
    runScript(join(import.meta.dirname, "run.ts"), [], {
      env: { DATABASE_URL: connection.appUrl },
      signal: session.signal,
    }),
  );
}
