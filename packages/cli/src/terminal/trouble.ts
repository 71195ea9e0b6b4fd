/** A failure that the person at the terminal can mend: printed as it is, without a stack. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  constructor(what: string, mend?: string) {
    super(mend ? `${what}\n  ${mend}` : what);
  }
}

/** With its stack only when it is our mistake. */
export function describeFailure(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
