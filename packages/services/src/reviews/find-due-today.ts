import type { UserActor } from "@tidao/access";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { readDay } from "./day.repo";
import { limitOn, localDay } from "./local-day";

export interface DueToday {
  /** To review now, within today's limit. */
  count: number;
  /** Of these: answered today already, and back within the steps of minutes. */
  again: number;
  minutes: number;
  /** Due as well, and left for another day. */
  waiting: number;
  /** Short answers that wait to be compared with their key points. */
  uncompared: number;
  /** The learner's reports that were answered since they last looked. */
  replies: number;
  done: number;
  limit: number;
}
/** Until the learner's own pace is known. */
export const usualSeconds = 60;

/** How many reviews today holds and how long they take: two small statements, for home. */
export async function findDueToday(
  actor: Pick<UserActor, "id" | "subjectId" | "zone">,
  now: Date,
  withheld: Promise<string[]> = listWithheldQuestionIds(actor, now),
): Promise<DueToday> {
  const { date, start } = localDay(actor, now);
  const { wishes, done, due, again, uncompared, replies, secondsPerAnswer } = await readDay(actor.subjectId, await withheld, start, now);
  const limit = limitOn(wishes, date);
  const within = Math.min(due, Math.max(0, limit - done));
  const count = again + within;
  return { count, again, minutes: minutesOf(count * (secondsPerAnswer ?? usualSeconds)), waiting: due - within, uncompared, replies, done, limit };
}
/** Whole minutes, at least one where there is anything to do. */
export const minutesOf = (seconds: number): number => (seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0);
