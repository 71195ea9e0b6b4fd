import { pool } from "@tidao/prisma";

/** Whether the database answers within the time given; a connection that hangs counts as down. */
export async function isDatabaseUp(timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const asked = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const up = await Promise.race([asked, late]);
  clearTimeout(timer);
  return up;
}

const awayCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "ENOENT"]);
// classes 08 (connection) and 57P0x (shut down, starting up) of PostgreSQL's Appendix A; the rest is node-postgres' own words
const awayText =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error means that the database is not there just now, so that trying again later makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return awayCodes.has(code) || /^(08...|57P0.|53300)$/.test(code) || awayText.test(error.message);
}

// character_not_in_repertoire and untranslatable_character of PostgreSQL's Appendix A: U+0000 as text and in jsonb
const unstorableCodes = new Set(["22021", "22P05"]);

/** Whether PostgreSQL refused a text for a character that it cannot hold: whoever sent it has to take it out. */
export function isTextUnstorable(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  // half of a character beyond U+FFFF, as a text that was cut ends with, is told apart from other bad JSON by its detail alone
  const half = error.code === "22P02" && "detail" in error && /surrogate/i.test(String(error.detail));
  return half || unstorableCodes.has(error.code);
}
