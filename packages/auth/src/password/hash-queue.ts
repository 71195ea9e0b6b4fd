import { DomainError } from "@tidao/kernel";

/**
 * Runs a few tasks at a time, in order of arrival. Hashing a password takes 19 MiB and 30 ms of a core: without a
 * queue a burst of sign-ins would take every core and the memory with it.
 */
export class HashQueue {
  private readonly slots: number;
  private readonly longest: number;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** How many tasks were ever begun, and the most that ran at once. */
  readonly seen = { begun: 0, atOnce: 0 };

  constructor(slots: number, longest: number) {
    this.slots = slots;
    this.longest = longest;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.slots) {
      if (this.waiting.length >= this.longest) throw new DomainError("TOO_MANY_REQUESTS", { seconds: 5 });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    this.seen.begun++;
    this.seen.atOnce = Math.max(this.seen.atOnce, this.running);
    try {
      return await task();
    } finally {
      // the slot passes straight to the next in line, so `running` stays as it is
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
