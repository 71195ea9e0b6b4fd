import type { TableDecision } from "../erasure/table-decision";
import type { Snapshot } from "./snapshot.repo";

export interface ExportedFile {
  name: string;
  query: string;
  values(snapshot: Snapshot): readonly unknown[];
  /** One object instead of a list. */
  single?: boolean;
  /** How a row is told; rows are given as they are read without it. */
  tell?(rows: object[], snapshot: Snapshot): Promise<object[]>;
}

export const idOf = ({ account }: Snapshot, holds: "user" | "subject") => (holds === "user" ? account.id : account.subjectId);

/** The columns of a table that are a person's to have, of their own rows. */
export function plainQuery(table: string, { whose, columns }: TableDecision): Pick<ExportedFile, "query" | "values"> {
  if (!whose) throw new Error(`${table} does not say whose its rows are`);
  const theirs = [columns.personal, columns.words, columns.record, columns.derived].flatMap((names) => names ?? []);
  return {
    query: `select ${theirs.map((name) => `"${name}"`).join(", ")} from "${table}" where "${whose.column}" = $1 order by 1`,
    values: (snapshot) => [idOf(snapshot, whose.holds)],
  };
}

/** What the file tells, a page at a time. */
export async function* pagesOf(file: ExportedFile, snapshot: Snapshot): AsyncGenerator<object[]> {
  for await (const page of snapshot.rows<object>(file.query, file.values(snapshot))) yield file.tell ? await file.tell(page, snapshot) : page;
}
