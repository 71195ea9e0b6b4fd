import type { Clock } from "@tidao/kernel";
import { deleteExpired } from "./expired.repo";

/** Removes sessions that ended a month ago and counters of attempts that no longer limit anyone. @returns rows removed */
export const purgeExpired = (clock: Clock): Promise<number> => deleteExpired(clock.now());
