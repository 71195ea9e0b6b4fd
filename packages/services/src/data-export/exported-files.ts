import { personalData } from "../erasure/personal-data";
import { composedFiles } from "./composed-files";
import { type ExportedFile, plainQuery } from "./exported-file";

/** Tables whose own rows are a file, by the decision on each of their columns. */
const plain: ExportedFile[] = Object.entries(personalData).flatMap(([table, decision]) => (decision.exported === "rows" ? [{ name: `${table.replaceAll("_", "-")}.json`, ...plainQuery(table, decision) }] : []));

export const files: readonly ExportedFile[] = [...composedFiles, ...plain];
/** Names under `data/`. */
export const exportedFiles = (): string[] => files.map(({ name }) => name);
