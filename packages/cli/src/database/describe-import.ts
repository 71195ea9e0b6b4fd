import type { ImportReport } from "@tidao/services/content";

/** One line for the terminal; what needs a person's decision is named in the lines after it. */
export function describeImport({ unchanged, created, updated, drafted, archived, conflicts }: ImportReport): string[] {
  if (unchanged) return ["content unchanged"];
  const counts = {
    created,
    updated,
    archived,
    "as drafts to be reviewed": drafted.length,
    "in conflict": conflicts.length,
  };
  const said = Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
  return [
    `content imported: ${said.join(", ") || "nothing changed"}`,
    ...drafted.map((id) => `${id}: what is right for an answered question changed; it waits as a draft`),
    ...conflicts.map(({ id, what }) => `${id}: ${what}; left as it is`),
  ];
}
