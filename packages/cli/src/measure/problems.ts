import { Trouble } from "../terminal/trouble";

const shown = 20;

/** Rows that say nothing: the first ones word by word, the others counted. */
export class Problems {
  readonly #first: string[] = [];
  count = 0;
  readonly mayGoOn: boolean;

  /** @param mayGoOn whether such rows are left out; otherwise the shown ones are enough to stop */
  constructor(mayGoOn: boolean) {
    this.mayGoOn = mayGoOn;
  }

  readonly add = (problem: string): void => {
    this.count++;
    if (this.#first.length < shown) this.#first.push(problem);
    if (!this.mayGoOn && this.count >= shown) this.settle();
  };

  /** The lines to show; throws them where such rows may not be left out. */
  settle(): string[] {
    if (!this.count) return [];
    const more = this.count > shown ? [`... and ${this.count - shown} more`] : [];
    const lines = [...this.#first, ...more];
    if (!this.mayGoOn) throw new Trouble(lines.join("\n"), "Mend these rows, or leave them out: --skip-bad-rows");
    return lines;
  }
}
