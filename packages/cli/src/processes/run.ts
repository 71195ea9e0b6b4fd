import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface RunOptions {
  env?: NodeJS.ProcessEnv | undefined;
  cwd?: string | undefined;
  uid?: number | undefined;
  gid?: number | undefined;
  /** Aborting kills the command and everything it started. */
  signal?: AbortSignal | undefined;
  input?: string | undefined;
  /** Called for each line of output as it comes; the outcome holds all of it too. */
  onLine?: ((line: string, stream: "stdout" | "stderr") => void) | undefined;
  /** For a child that is Node and talks back with process.send(). */
  onMessage?: ((message: unknown) => void) | undefined;
}

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end, in a process group of its own: the terminal's Ctrl-C is ours to pass on. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  const { env, cwd, uid, gid, signal, input, onLine, onMessage } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, {
      env,
      cwd,
      uid,
      gid,
      detached: true,
      stdio: ["pipe", "pipe", "pipe", ...(onMessage ? ["ipc" as const] : [])],
    });
    const onAbort = () => killGroup(child.pid, "SIGKILL");
    signal?.addEventListener("abort", onAbort, { once: true });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      const stream = child[name];
      if (!stream) continue;
      stream.setEncoding("utf8").on("data", (chunk: string) => (output[name] += chunk));
      if (onLine) createInterface({ input: stream }).on("line", (line) => onLine(line, name));
    }
    if (onMessage) child.on("message", onMessage);
    child.stdin?.on("error", () => {}); // a command that ends before it has read all of its input says so by its code
    child.stdin?.end(input);
    child.on("error", reject);
    child.on("close", (code) => {
      signal?.removeEventListener("abort", onAbort);
      if (signal?.aborted) reject(signal.reason);
      else resolve({ code, ...output });
    });
  });
}

export function killGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // it has ended already
  }
}
