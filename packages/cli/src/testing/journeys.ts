import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isBuilt } from "../build/apps";
import { checkout } from "../checkout";
import { findChromium, provideBrowser } from "./browser";
import { serveForTests } from "./serve";
import type { Stage, StageContext } from "./stage";
import { binOf, reportFolder, runTool } from "./tool";
import { listTests, type PlaywrightReport, playwrightTotals, type Totals, withExitCode } from "./totals";

async function runPlaywright(
  context: StageContext,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<[PlaywrightReport, number | null]> {
  const report = join(reportFolder, "journeys.json");
  rmSync(report, { force: true });
  const code = await runTool(context, binOf("e2e", "playwright"), ["test", ...args, ...context.filters], {
    cwd: join(checkout, "e2e"),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  if (!existsSync(report)) throw new Error(`Playwright ended with ${code} and left no report`);
  return [JSON.parse(readFileSync(report, "utf8")) as PlaywrightReport, code];
}

/** All journeys as failed: they could not be walked, and must not look as if they had been. */
async function allFailed(context: StageContext, reason: string): Promise<Totals> {
  context.say(`journeys failed: ${reason}`);
  const quiet = { ...context, print: () => {} };
  try {
    const [report] = await runPlaywright(quiet, ["--list", "--reporter=json"], {});
    return { passed: 0, failed: Math.max(1, listTests(report.suites).length) };
  } catch {
    context.session.signal.throwIfAborted();
    return { passed: 0, failed: 1 };
  }
}

export const journeys: Stage = {
  name: "journeys",
  run: async (context) => {
    if (!isBuilt(".next-test")) return allFailed(context, "the apps could not be built; see the stage before.");
    const missing = await provideBrowser(context.say, context.session.signal);
    if (missing) return allFailed(context, missing);
    let env: NodeJS.ProcessEnv;
    try {
      env = { ...(await serveForTests("journeys", context)), CHROMIUM_PATH: findChromium() ?? "" };
    } catch (error) {
      context.session.signal.throwIfAborted();
      return allFailed(context, `the product could not be served: ${(error as Error).message}`);
    }
    const [report, code] = await runPlaywright(context, ["--reporter=line,json"], env);
    return withExitCode(playwrightTotals(report), code);
  },
};
