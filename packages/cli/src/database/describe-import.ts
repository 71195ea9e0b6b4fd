import type { ImportReport } from "../doors";

export function describeImport({ unchanged, created = 0, updated = 0, conflicts = [] }: ImportReport): string {
  if (unchanged) return "content unchanged";
  const parts = [`${created} created`, `${updated} updated`];
  if (conflicts.length > 0) parts.push(`${conflicts.length} in conflict (see npm run content -- import)`);
  return `content imported: ${parts.join(", ")}`;
}
