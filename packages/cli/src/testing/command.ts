import { randomBytes } from "node:crypto";
import { generateClient } from "../database/generate";
import { toolEnvironment } from "../environment";
import { holdInstance } from "../processes/instance";
import { stopLeftovers } from "../processes/leftovers";
import { Progress } from "../terminal/progress";
import { inSession, Interrupted, type Session } from "../terminal/session";
import { describeFailure } from "../terminal/trouble";
import { content } from "./content-stage";
import { journeys } from "./journeys";
import { scratchFolder } from "./scratch-folder";
import { notedTestProcesses } from "./serve";
import type { Stage, StageContext } from "./stage";
import { build, lint, types } from "./static-stages";
import { openTestServer, type TestServer } from "./test-server";
import { add, lastLine, none, oneTest, type Totals } from "./totals";
import { integration, unit } from "./vitest-stages";

export interface TestOptions {
  long: boolean;
  /** Names of stages; all when empty. */
  only: string[];
  filters: string[];
}

const client: Stage = {
  name: "client",
  run: async ({ session }) => {
    await generateClient(session.signal);
    return none;
  },
};

// What the others are made of first, what takes longest last.
const stages: Stage[] = [types, lint, unit, content, integration, build, journeys];
export const stageNames = stages.map(({ name }) => name);

/** `npm test -- journeys first-answer`: words that name stages come first, then names of files. */
export function splitWords(words: string[]): Pick<TestOptions, "only" | "filters"> {
  const end = words.findIndex((word) => !stageNames.includes(word));
  const count = end === -1 ? words.length : end;
  const filters = words.slice(count);
  const named = words.slice(0, count);
  // journeys are walked through a build
  if (named.includes("journeys") && !named.includes("build")) named.push("build");
  return { only: count === 0 && filters.length > 0 ? ["unit", "integration"] : named, filters };
}

/** Runs every stage, also after one that failed; the last line it prints is the true totals. */
export async function test(options: TestOptions): Promise<number> {
  let totals: Totals;
  try {
    totals = await inSession((session) => runStages(options, session));
  } catch (error) {
    if (!(error instanceof Interrupted))
      process.stdout.write(`${describeFailure(error)}\n${lastLine(oneTest(false))}\n`);
    if (error instanceof Interrupted) throw error;
    return 1;
  }
  process.stdout.write(`${lastLine(totals)}\n`);
  return totals.failed === 0 ? 0 : 1;
}

async function runStages({ long, only, filters }: TestOptions, session: Session): Promise<Totals> {
  const progress = new Progress();
  const { say } = progress;
  const instance = await holdInstance("test", "npm test");
  session.defer(instance.release);
  await stopLeftovers(notedTestProcesses);
  const context = contextOf(session, say, long, filters);
  const chosen = stages.filter(({ name }) => only.length === 0 || only.includes(name));
  const summary: string[] = [];
  let totals = none;
  for (const stage of [client, ...chosen]) {
    const began = performance.now();
    if (stage !== client) say(`-- ${stage.name} --`);
    const result = await runStage(stage, context);
    if (result === none) continue;
    totals = add(totals, result);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    summary.push(`${stage.name.padEnd(12)} ${lastLine(result).padEnd(24)} ${seconds.padStart(7)} s`);
    say(`${stage.name}: ${lastLine(result)}`);
  }
  process.stdout.write(`\n${summary.join("\n")}\n\n`);
  return totals;
}

async function runStage(stage: Stage, context: StageContext): Promise<Totals> {
  try {
    return await stage.run(context);
  } catch (error) {
    context.session.signal.throwIfAborted();
    context.say(`${stage.name} broke: ${describeFailure(error)}`);
    return oneTest(false);
  }
}

function contextOf(session: Session, say: StageContext["say"], long: boolean, filters: string[]): StageContext {
  const run = randomBytes(4).toString("hex");
  // a test that needs a database is given one; it must not find the person's own by chance
  const { DATABASE_URL: _url, DATABASE_APP_URL: _app, ...env } = toolEnvironment();
  let server: Promise<TestServer> | undefined;
  return {
    session,
    say,
    run,
    filters,
    print: (line) => process.stdout.write(`  ${line}\n`),
    env: { ...env, TMPDIR: scratchFolder(run, session), TIDAO_TEST_RUN: run, ...(long && { TIDAO_TEST_SIZE: "long" }) },
    server: () => (server ??= openTestServer(run, session, say)),
  };
}
