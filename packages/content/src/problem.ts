/** One fault of one file, in words that say where, what and how to mend it. */
export interface Problem {
  /** Relative to the course's folder. */
  file: string;
  line: number;
  what: string;
  mend: string;
}
export const byPlace = (a: Problem, b: Problem) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);
