/** A failure that the person at the terminal can mend: printed as it is, without a stack. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  constructor(what: string, mend?: string) {
    super(mend ? `${what}\n  ${mend}` : what);
  }
}
