import { addDays } from "./calendar-day";

/** A freeze is earned by seven days with an answer, and two at most are kept. */
const daysForFreeze = 7;
const mostFreezes = 2;

export interface Streak {
  /** Days with an answer in the present run; frozen days hold it together and are not counted. */
  days: number;
  /** Freezes that are left. */
  freezes: number;
  /** Days without an answer that a freeze bridged, of the present run. */
  frozen: string[];
  longest: number;
}

/**
 * The run of days with an answer that ends today, or yesterday while today is still empty. A missed day takes a freeze where
 * one was earned, else the run ends: it follows from the days alone, so nothing can be bought or forgotten.
 * @param active days with an answer, YYYY-MM-DD, oldest first
 */
export function streakOf(active: readonly string[], today: string): Streak {
  let run: Streak = { days: 0, freezes: 0, frozen: [], longest: 0 };
  let last: string | null = null;
  let earned = 0;
  const bridge = (from: string, to: string) => {
    const missed: string[] = [];
    for (let day = addDays(from, 1); day < to && missed.length <= mostFreezes; day = addDays(day, 1)) missed.push(day);
    if (missed.length <= run.freezes) run = { ...run, freezes: run.freezes - missed.length, frozen: [...run.frozen, ...missed] };
    else {
      run = { days: 0, freezes: 0, frozen: [], longest: run.longest };
      earned = 0;
    }
  };
  for (const day of active) {
    if (day > today) break;
    if (last !== null) bridge(last, day);
    const days = run.days + 1;
    earned++;
    const gains = earned % daysForFreeze === 0 && run.freezes < mostFreezes ? 1 : 0;
    run = { ...run, days, freezes: run.freezes + gains, longest: Math.max(run.longest, days) };
    last = day;
  }
  if (last !== null) bridge(last, today);
  return run;
}
