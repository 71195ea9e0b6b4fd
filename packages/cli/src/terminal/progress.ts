export type Say = (text: string) => void;

const toTerminal: Say = (line) => process.stdout.write(`${line}\n`);

/** Lines with the seconds since the command began. */
export class Progress {
  readonly write: Say;
  /** Milliseconds since the process began. */
  readonly elapsed: () => number;
  constructor(write: Say = toTerminal, elapsed = () => performance.now()) {
    this.write = write;
    this.elapsed = elapsed;
  }

  readonly say: Say = (text) => this.write(`${(this.elapsed() / 1000).toFixed(1).padStart(6)} s  ${text}`);

  /** Says what begins, and every so often that it goes on, so that nobody takes a long step for a hang. */
  async during<T>(text: string, work: () => Promise<T>, every = 15_000): Promise<T> {
    this.say(`${text} ...`);
    const timer = setInterval(() => this.say(`${text}, still at it ...`), every);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }
}
