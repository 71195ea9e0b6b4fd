import { personalData } from "../erasure/personal-data";
import { composedFiles } from "./composed-files";
import { type ExportedFile, plainQuery } from "./exported-file";

/** The file of a table's own rows. */
export const fileOf = (table: string): string => `${table.replaceAll("_", "-")}.json`;
/** Tables whose own rows are a file, by the decision on each of their columns. */
const plain: ExportedFile[] = Object.entries(personalData).flatMap(([table, decision]) => (decision.exported === "rows" ? [{ name: fileOf(table), ...plainQuery(table, decision) }] : []));

export const files: readonly ExportedFile[] = [...composedFiles, ...plain];
/** Names under `data/`. */
export const exportedFiles = (): string[] => files.map(({ name }) => name);
