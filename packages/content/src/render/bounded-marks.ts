import type { Data } from "unified";

type Extension = NonNullable<Data["micromarkExtensions"]>[number];
interface Tokenizer {
  events: readonly unknown[];
}
type State = (code: unknown) => State | undefined;

/** Thrown where pairing the marks of a text would cost more than it may. */
export class TooTangled extends Error {}

let left = Infinity;
let spent = 0;

/**
 * Counts what micromark does to pair marks: at each `*`, `_`, `~` and `]` that may close something it walks back over all
 * events of the paragraph before it (`resolveAllAttention` says so itself: a bottleneck for malicious stuff), which takes the
 * square of their number. Code and formulas are not counted, since nothing is paired in them.
 */
const count = {
  name: "boundedMarks",
  tokenize(this: Tokenizer, _effects: unknown, _ok: State, nok: State): State {
    return (code) => {
      spent += this.events.length;
      if (spent > left) throw new TooTangled();
      return nok(code);
    };
  },
};
const codes = ["*", "_", "~", "]"].map((mark) => mark.charCodeAt(0));

/** For micromark: has a parser count, so that `withinBound` can end it. */
export const boundedMarks = {
  text: Object.fromEntries(codes.map((code) => [code, count])),
} as unknown as Extension;

/**
 * Runs a parse, which is synchronous, with so many events walked at most.
 * @returns what it made, null when it was ended, and how many events it would have walked by then
 */
export function withinBound<T>(most: number, parse: () => T): { made: T | null; walked: number } {
  [left, spent] = [most, 0];
  try {
    return { made: parse(), walked: spent };
  } catch (error) {
    if (!(error instanceof TooTangled)) throw error;
    return { made: null, walked: spent };
  } finally {
    left = Infinity;
  }
}
