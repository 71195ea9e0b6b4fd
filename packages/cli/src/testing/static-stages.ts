import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildApps } from "../build/apps";
import { checkout } from "../checkout";
import type { Stage } from "./stage";
import { binOf, runTool } from "./tool";
import { oneTest, type TurboSummary, turboTotals, withExitCode } from "./totals";

const summaries = join(checkout, ".turbo/runs");
const listSummaries = () => {
  try {
    return readdirSync(summaries).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
};

/** Each package is one test. */
export const types: Stage = {
  name: "types",
  run: async (context) => {
    const before = new Set(listSummaries());
    const args = ["run", "typecheck", "--continue=always", "--output-logs=errors-only", "--summarize", "--no-color"];
    const code = await runTool(context, binOf("", "turbo"), args);
    const fresh = listSummaries().filter((name) => !before.has(name));
    const name = fresh[0];
    if (!name) throw new Error("turbo left no summary of its run");
    const summary = JSON.parse(readFileSync(join(summaries, name), "utf8")) as TurboSummary;
    for (const old of fresh) rmSync(join(summaries, old));
    return withExitCode(turboTotals(summary), code);
  },
};

export const lint: Stage = {
  name: "lint",
  run: async (context) => oneTest((await runTool(context, binOf("", "oxlint"), ["--type-aware", "--quiet"])) === 0),
};

/** In a folder of its own: the product may be running from the other one, also while its sources change. */
export const build: Stage = {
  name: "build",
  run: async ({ session, say }) => {
    say(`both apps ${await buildApps(".next-test", session.signal)}`);
    return oneTest(true);
  },
};
