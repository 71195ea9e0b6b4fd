import { join } from "node:path";
import { type Outcome, run } from "../processes/run";
import type { Layout } from "./layout";

type Tool = "initdb" | "pg_ctl" | "postgres";

// Only what the server needs: a PGPORT or PGDATA of the person's own would lead it astray, a secret is not its business.
const environment = { PATH: process.env["PATH"], LC_ALL: "C.UTF-8", TZ: "UTC" };

export function runTool(
  layout: Layout,
  tool: Tool,
  args: string[],
  more: { signal?: AbortSignal; input?: string } = {},
) {
  const [command, wrapped] = layout.wrap(join(layout.bin, tool), args);
  return run(command, wrapped, { ...layout.ids, ...more, cwd: "/", env: environment });
}

/** What a tool said, short enough to be read. */
export const saidBy = ({ stdout, stderr }: Outcome) => `${stdout}\n${stderr}`.trim().split("\n").slice(-15).join("\n");
