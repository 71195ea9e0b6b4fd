import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkout, dataFolder } from "../checkout";
import { run } from "../processes/run";
import type { StageContext } from "./stage";

/** Where the tools' reports go; the last run's stay to be looked at. */
export const reportFolder = join(dataFolder, "test-reports");

export interface ToolOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  onMessage?: (message: unknown) => void;
}

/** Runs a tool of the tests with its output shown as it comes. */
export async function runTool(
  context: StageContext,
  tool: string,
  args: string[],
  { cwd = checkout, env, onMessage }: ToolOptions = {},
) {
  mkdirSync(reportFolder, { recursive: true });
  const outcome = await run(tool, args, {
    cwd,
    env: { ...context.env, ...env },
    signal: context.session.signal,
    onLine: context.print,
    onMessage,
  });
  return outcome.code;
}

export const binOf = (folder: string, name: string) => join(checkout, folder, "node_modules/.bin", name);
