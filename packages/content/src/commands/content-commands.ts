import { runCheck } from "./check";
import { runFacts } from "./facts";
import { runNew } from "./new";
import { runReport } from "./report";

/** What `npm run content -- <name>` calls; each prints and resolves to an exit code. */
export const contentCommands = {
  new: (args: readonly string[]): Promise<number> => runNew(args),
  check: (args: readonly string[] = []): Promise<number> => runCheck(args),
  report: (): Promise<number> => runReport(),
  facts: (): Promise<number> => runFacts(),
};
