import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Stage, StageContext } from "./stage";
import { binOf, reportFolder, runTool } from "./tool";
import { type VitestReport, vitestTotals, withExitCode } from "./totals";

async function runProject(context: StageContext, project: string, env: NodeJS.ProcessEnv = {}) {
  const report = join(reportFolder, `${project}.json`);
  rmSync(report, { force: true });
  const args = ["run", "--config", "packages/config/vitest.config.ts", "--project", project];
  // a name may be one of the other project's files
  if (context.filters.length > 0) args.push("--passWithNoTests");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool(context, binOf("", "vitest"), [...args, ...reporters, ...context.filters], { env });
  if (!existsSync(report)) throw new Error(`vitest ended with ${code} and left no report`);
  return withExitCode(vitestTotals(JSON.parse(readFileSync(report, "utf8")) as VitestReport), code);
}

export const unit: Stage = { name: "unit", run: (context) => runProject(context, "unit") };

export const integration: Stage = {
  name: "integration",
  run: async (context) => {
    const { url } = await context.server();
    return runProject(context, "integration", { DATABASE_URL: url });
  },
};
