import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Process } from "./leftovers";
import { killGroup } from "./run";

export interface ChildSpec {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

export interface SupervisorOptions {
  logFolder: string;
  /** Each line of each child; the log of that child has it already. */
  onLine: (name: string, line: string) => void;
  /** Called whenever the set of running children changes, so that a later start can find what a `kill -9` left. */
  onChange?: (running: Process[]) => void;
  /** How long children may take to end before they are killed. */
  patience?: number;
}

const LONG_ENOUGH_MS = 60_000;
const LOG_LIMIT = 10_000_000;

/** Seconds to wait before a child that ended for the nth time in a row is started again. */
export const backOff = (failures: number) => Math.min(30, 2 ** Math.max(0, failures - 1));

interface Running {
  spec: ChildSpec;
  log: WriteStream;
  child: ChildProcess | null;
  failures: number;
  retry: NodeJS.Timeout | null;
}

/** Keeps the processes of the product alive: each in a group of its own, restarted when it ends. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #running: Running[] = [];
  #stopping = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    mkdirSync(options.logFolder, { recursive: true });
  }

  start(spec: ChildSpec) {
    const running = { spec, log: this.#openLog(spec.name), child: null, failures: 0, retry: null };
    this.#running.push(running);
    this.#launch(running);
  }

  /** How often a child ended by itself since it last ran for long. */
  failuresOf(name: string): number {
    return this.#running.find(({ spec }) => spec.name === name)?.failures ?? 0;
  }

  async stop(hurry?: AbortSignal) {
    this.#stopping = true;
    await Promise.all(this.#running.map((running) => this.#end(running, hurry)));
    this.#options.onChange?.([]);
  }

  #openLog(name: string) {
    const path = join(this.#options.logFolder, `${name}.log`);
    if (existsSync(path) && statSync(path).size > LOG_LIMIT) {
      rmSync(`${path}.1`, { force: true });
      renameSync(path, `${path}.1`);
    }
    // a full disk must not end what is served
    return createWriteStream(path, { flags: "a" }).on("error", () => {});
  }

  #launch(running: Running) {
    const { name, command, args, cwd, env } = running.spec;
    const began = performance.now();
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    running.child = child;
    const tell = (line: string) => {
      running.log.write(`${line}\n`);
      this.#options.onLine(name, line);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", tell);
    child.on("error", (error) => tell(`could not be started: ${error.message}`));
    // not "close": what a killed process had started may hold its pipes open for as long as it likes
    child.on("exit", (code, signal) => {
      killGroup(child.pid, "SIGKILL");
      running.child = null;
      this.#changed();
      if (this.#stopping) return;
      if (performance.now() - began > LONG_ENOUGH_MS) running.failures = 0;
      running.failures++;
      const wait = backOff(running.failures);
      tell(`ended (${signal ?? `exit code ${code}`}); started again in ${wait} s`);
      running.retry = setTimeout(() => this.#launch(running), wait * 1000);
    });
    this.#changed();
  }

  #changed() {
    const running = this.#running.flatMap(({ spec, child }) => (child?.pid ? { name: spec.name, pid: child.pid } : []));
    this.#options.onChange?.(running);
  }

  async #end(running: Running, hurry?: AbortSignal) {
    if (running.retry) clearTimeout(running.retry);
    const { child } = running;
    if (child?.pid) {
      // closed: all was said. But a stray grandchild may hold the pipe, and is not waited for
      const closed = new Promise((resolve) => {
        child.once("close", resolve);
        child.once("exit", () => setTimeout(resolve, 1000).unref());
      });
      const kill = () => killGroup(child.pid, "SIGKILL");
      killGroup(child.pid, hurry?.aborted ? "SIGKILL" : "SIGTERM");
      hurry?.addEventListener("abort", kill, { once: true });
      const timer = setTimeout(kill, this.#options.patience ?? 10_000);
      await closed;
      clearTimeout(timer);
    }
    await new Promise<void>((resolve) => running.log.end(() => resolve()));
  }
}
