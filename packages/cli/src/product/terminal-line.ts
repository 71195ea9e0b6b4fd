/**
 * Whether a line of a child is worth the terminal's space. The log has all of them; a line of JSON for each request
 * that went well would bury what a person has to see.
 */
export function isForTerminal(line: string): boolean {
  if (!line.startsWith("{")) return true;
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    return !(msg === "request" && (level === "info" || level === "debug"));
  } catch {
    return true;
  }
}
