import { courseDir } from "../read/read-course";
import { runCheck } from "./check";
import { runFacts } from "./facts";
import { runNew } from "./new";
import { runReport } from "./report";

/**
 * What `npm run content -- <name>` calls; each prints and resolves to an exit code.
 * @param soundFile where `check` keeps what it found sound
 */
export const contentCommands = (soundFile: string) => ({
  new: (args: readonly string[]): Promise<number> => runNew(args),
  check: (args: readonly string[] = []): Promise<number> => runCheck(args, console.log, courseDir, soundFile),
  report: (): Promise<number> => runReport(),
  facts: (): Promise<number> => runFacts(),
});
