/** How a path stands against the day by which its learner wants to be done. */
export interface PathPace {
  daysLeft: number;
  stepsLeft: number;
  /** Study time a day that the rest needs, rounded to five minutes; null when no day is left. */
  minutesPerDay: number | null;
  /** done: nothing is left; past: the day is over; steady, intense, unrealistic: what the rest asks for a day. */
  verdict: "done" | "past" | "steady" | "intense" | "unrealistic";
}

/** An hour or two a day can be kept up beside a job; more than four hours of new matter a day hardly by anyone. Both are ours. */
const steadyMinutes = 120;
const mostMinutes = 240;

/**
 * @param hours of the whole path, as its author reckons; steps are taken to be equally long
 * @param today and deadline: YYYY-MM-DD on the learner's calendar; the deadline's own day counts
 */
export function pathPace({ steps, done, hours, today, deadline }: { steps: number; done: number; hours: number; today: string; deadline: string }): PathPace {
  const daysLeft = Math.max(0, Math.round((Date.parse(deadline) - Date.parse(today)) / 86_400_000) + 1);
  const stepsLeft = steps - done;
  if (stepsLeft <= 0) return { daysLeft, stepsLeft: 0, minutesPerDay: 0, verdict: "done" };
  if (daysLeft === 0) return { daysLeft, stepsLeft, minutesPerDay: null, verdict: "past" };
  const minutesPerDay = Math.max(5, Math.ceil((hours * 60 * stepsLeft) / steps / daysLeft / 5) * 5);
  const verdict = minutesPerDay <= steadyMinutes ? "steady" : minutesPerDay <= mostMinutes ? "intense" : "unrealistic";
  return { daysLeft, stepsLeft, minutesPerDay, verdict };
}
