import type { Clock } from "@tidao/kernel";
import { tidyMail } from "../mail/tidy-mail";
import { deleteExpired } from "./expired.repo";

/**
 * Removes sessions and mailed links that ended a month ago, mail that was sent then or to an address that was left, counters of
 * attempts that no longer limit anyone, exports past their time, and notes and lists removed a day ago; gives up mail whose time
 * is over. @returns rows removed or given up
 */
export async function purgeExpired(clock: Clock): Promise<number> {
  return (await deleteExpired(clock.now())) + (await tidyMail(clock.now()));
}
