import { checkout } from "../checkout";
import { toolEnvironment } from "../environment";
import { run } from "../processes/run";

/** Runs a TypeScript file as a process of its own and shows what it says. Returns its exit code. */
export async function runScript(
  path: string,
  args: string[],
  options: { env?: NodeJS.ProcessEnv; signal?: AbortSignal; cwd?: string },
) {
  const outcome = await run(process.execPath, ["--import", "tsx", path, ...args], {
    cwd: options.cwd ?? checkout,
    env: { ...toolEnvironment(), ...options.env },
    signal: options.signal,
    // apart: what a program reads on stdout must stay whole
    onLine: (line, stream) => process[stream].write(`${line}\n`),
  });
  return outcome.code ?? 1;
}
