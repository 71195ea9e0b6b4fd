import { join } from "node:path";
import type { Stage } from "./stage";
import { runTool } from "./tool";
import { type Totals, withExitCode } from "./totals";

/** The course's files, each checked by the compiler and its questions by the real grader: each file is one test. */
export const content: Stage = {
  name: "content",
  run: async (context) => {
    let totals: Totals | undefined;
    const script = join(import.meta.dirname, "check-content.ts");
    const code = await runTool(context, process.execPath, ["--import", "tsx", script], {
      onMessage: (message) => (totals = message as Totals),
    });
    if (!totals) throw new Error(`content check ended with ${code} and said nothing`);
    return withExitCode(totals, code);
  },
};
