import type { UserActor } from "@tidao/access";
import { importanceOf, planDay } from "@tidao/scheduling";
import { LRUCache } from "lru-cache";
import { schedulingOf } from "../learning-record/review-wishes";
import { type DayNumbers, type DueFilter, type DueQuestion, listDueQuestions, readDay, readPrerequisites } from "./day.repo";
import { limitOn, localDay } from "./local-day";

export interface Today {
  /** In the order in which they are asked. */
  questions: DueQuestion[];
  /** Due, and more than today holds. */
  waiting: number;
  /** What today holds, easy days and what the learner asked for beyond it counted in. */
  limit: number;
  numbers: DayNumbers;
}

// The graph changes only with an import; half a minute of age harms nobody.
const importances = new LRUCache<"course", ReturnType<typeof importanceOf>>({ max: 1, ttl: 30_000 });
async function importance() {
  const known = importances.get("course");
  if (known) return known;
  const made = importanceOf(await readPrerequisites());
  importances.set("course", made);
  return made;
}

/**
 * What this learner reviews today, within the limit of the day.
 * @param upTo as many cards today although the limit is lower: "ten more"
 */
export async function planToday(
  actor: UserActor,
  withheld: string[],
  now: Date,
  { upTo = 0, last, ...filter }: DueFilter & { upTo?: number; last?: { topic: string; objective: string } } = {},
): Promise<Today> {
  const { date, start } = localDay(actor, now);
  const [numbers, due, weigh] = await Promise.all([
    readDay(actor.subjectId, withheld, start, now),
    listDueQuestions(actor.subjectId, withheld, now, filter),
    importance(),
  ]);
  const limit = Math.max(upTo, limitOn(numbers.wishes, date));
  const { today, waiting } = planDay(due, now, { start, limit, done: numbers.done, importance: weigh, last, options: schedulingOf(numbers.wishes) });
  return { questions: today, waiting, limit, numbers };
}
