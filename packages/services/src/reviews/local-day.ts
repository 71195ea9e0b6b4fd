import type { UserActor } from "@tidao/access";
import { instantOfWallTime, localDate } from "@tidao/kernel";
import { dayLimit } from "@tidao/scheduling";
import type { ReviewWishes } from "../learning-record/review-wishes";

export interface LocalDay {
  /** YYYY-MM-DD in the learner's zone. */
  date: string;
  /** Its midnight. */
  start: Date;
}
export function localDay({ zone }: Pick<UserActor, "zone">, now: Date): LocalDay {
  const date = localDate(now, zone);
  return { date, start: instantOfWallTime(`${date}T00:00`, zone) ?? now };
}

/** What a day holds, which an easy day lowers. */
export const limitOn = ({ dailyReviews, easyDays }: Pick<ReviewWishes, "dailyReviews" | "easyDays">, date: string): number =>
  dayLimit(dailyReviews, easyDays, date);
