import { constants } from "node:os";

/** Someone pressed Ctrl-C, or the terminal or the parent went away. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly by: NodeJS.Signals;
  constructor(by: NodeJS.Signals) {
    super(`interrupted by ${by}`);
    this.by = by;
  }
  /** The shell's convention for a command that a signal ended. */
  get exitCode() {
    return 128 + constants.signals[this.by];
  }
}

export interface Session {
  /** Aborted at the first Ctrl-C; everything that waits or runs takes it. */
  signal: AbortSignal;
  /** Aborted at the second: do not wait for anyone any more. */
  hurry: AbortSignal;
  /** Undone in reverse order at the end, whatever the end is. */
  defer: (undo: () => unknown) => void;
  untilInterrupted: () => Promise<never>;
}

const PARENT_WATCH_MS = 1000;

/** One Ctrl-C can arrive several times: from the terminal and from each of npm, npx and pnpm that passes it on. */
const ONE_PRESS_MS = 1000;

/** Runs a command such that all it started is stopped at its end: after its work, an error, or Ctrl-C. */
export async function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const hurry = new AbortController();
  const { signal } = controller;
  const undoings: (() => unknown)[] = [];
  let interruptedAt = Infinity;
  const interrupt = (by: NodeJS.Signals) => {
    const now = performance.now();
    if (signal.aborted && now - interruptedAt > ONE_PRESS_MS) hurry.abort();
    if (signal.aborted) return;
    interruptedAt = now;
    controller.abort(new Interrupted(by));
  };
  const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of signals) process.on(name, interrupt);
  // npm, npx, pnpm and their shells stand between the terminal and us; when they are killed without a word to us,
  // nobody is left who could stop what we run
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && !signal.aborted && interrupt("SIGHUP"), PARENT_WATCH_MS);
  watch.unref();
  process.stdout.on("error", () => {}); // the terminal may be gone while we still tidy up
  process.stderr.on("error", () => {});

  try {
    return await work({
      signal,
      hurry: hurry.signal,
      defer: (undo) => undoings.push(undo),
      untilInterrupted: () =>
        new Promise((_, reject) => {
          if (signal.aborted) reject(signal.reason);
          else signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
  } finally {
    for (const undo of undoings.toReversed()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`while stopping: ${String(error)}\n`);
      }
    }
    clearInterval(watch);
    // once interrupted we are about to exit: an echo of the same Ctrl-C must not end us in another way
    if (!signal.aborted) for (const name of signals) process.off(name, interrupt);
  }
}
