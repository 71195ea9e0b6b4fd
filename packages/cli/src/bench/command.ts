import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildApps } from "../build/apps";
import { checkout } from "../checkout";
import { generateClient } from "../database/generate";
import { toolEnvironment } from "../environment";
import { holdInstance } from "../processes/instance";
import { stopLeftovers } from "../processes/leftovers";
import type { Say } from "../terminal/progress";
import { runScript } from "../terminal/script";
import { inSession } from "../terminal/session";
import { Trouble } from "../terminal/trouble";
import { notedTestProcesses, serveForTests } from "../testing/serve";
import { measured, openTestServer } from "../testing/test-server";

const script = join(checkout, "e2e/load/main.ts");
const growScript = join(import.meta.dirname, "grow.ts");

// the result is on stdout, and its last line is read by programs
const toStderr: Say = (text) => process.stderr.write(`${text}\n`);

/** Serves the production build on a database of its own and hands it to e2e/load, which measures. `--long` measures again among two million submissions. */
export function bench(args: string[]): Promise<number> {
  if (!existsSync(script)) throw new Trouble("There is nothing to measure with: e2e/load/main.ts is missing.");
  return inSession(async (session) => {
    const instance = await holdInstance("test", "npm run bench");
    session.defer(instance.release);
    await stopLeftovers(notedTestProcesses);
    await generateClient(session.signal);
    toStderr("building both apps, if they changed ...");
    await buildApps(".next-test", session.signal);
    const { DATABASE_URL: _given, ...env } = toolEnvironment();
    const server = () => openTestServer(randomBytes(4).toString("hex"), session, toStderr, measured);
    const served = await serveForTests("bench", { session, say: toStderr, env, server });
    return runScript(script, args, {
      env: { ...served, TIDAO_GROW_SCRIPT: growScript },
      signal: session.signal,
      cwd: join(checkout, "e2e"),
    });
  });
}
