/** What a column is to the person whose row it stands in, and so what export and erasure do with it. */
export type Meaning =
  /** Says whose row it is: an account's id, or the random id of a learning record. */
  | "whose"
  /** Theirs: in the export, gone with the account. */
  | "personal"
  /** Theirs, but never leaves the server: gone with the account. */
  | "secret"
  /** Free text inside the record: in the export, replaced by `erased` at erasure. */
  | "words"
  /** What was chosen, its points and times: in the export, stays without the person. */
  | "record"
  /** Follows from the record, as `rebuild` shows: in the export, stays without the person. */
  | "derived"
  /** The account that did something to a row that outlives it: emptied. */
  | "actor"
  /** An account's id in the audit trail, which cannot change: stays, and leads to nobody once the account is gone. */
  | "pseudonym"
  /** Keys, counters, and what belongs to the course or the school. */
  | "house";

export interface TableDecision {
  /** How the rows of a person are found; without it they are found through another table, or there is no person in it. */
  whose?: { column: string; holds: "user" | "subject" };
  /**
   * rows: a person's rows are deleted. function: `erase_user` of the migrations changes or deletes them, with the owner's
   * rights. parent: rows go with the row that they belong to. words: rows stay, their words are replaced. stays: nothing
   * goes (columns that name an actor are emptied).
   */
  erasure: "rows" | "function" | "parent" | "words" | "stays";
  /** In which file of the export: `rows` is one of its own, with the columns that are a person's. */
  exported: "rows" | `${string}.json` | null;
  columns: Partial<Record<Meaning, readonly string[]>>;
}

/** Stands where somebody's words stood; `erase_user` writes it. */
export const erased = "[erased]";
