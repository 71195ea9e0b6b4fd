import { isDomainError } from "@tidao/kernel";

/** Which fields an input was refused for, and by which rule: "page: too_big". Never what was in them. */
export function refusedFields(error: unknown): string[] {
  if (isDomainError(error)) return [String(error.params.field ?? error.code)];
  if (!(error instanceof Error)) return [];
  const issues = (error.cause as { issues?: { path: PropertyKey[]; code: string }[] } | undefined)?.issues;
  if (issues) return issues.map(({ path, code }) => `${path.map(String).join(".")}: ${code}`);
  return isDomainError(error.cause) ? refusedFields(error.cause) : [];
}
