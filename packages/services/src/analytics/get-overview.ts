import type { UserActor } from "@tidao/access";
import { type Clock, type Locale, localDate } from "@tidao/kernel";
import { wilsonInterval } from "@tidao/measurement";
import { z } from "zod";
import { topicProgress } from "../course/topic-progress";
import { listTopicRows } from "../course/topic.repo";
import { listActivity, readTotals } from "./activity.repo";

const share = z.strictObject({ share: z.number().nullable(), low: z.number(), high: z.number(), n: z.number().int() });
export const overviewDto = z.strictObject({
  totals: z.strictObject({ answers: z.number().int(), right: z.number().int(), seconds: z.number().int(), due: z.number().int(), accuracy: share }),
  topics: z.array(
    z.strictObject({ slug: z.string(), title: z.string(), area: z.string(), answers: z.number().int(), right: z.number().int(), accuracy: share, level: z.number().int(), state: z.string(), due: z.number().int() }),
  ),
  /** One entry for each of the last 84 days in the learner's zone, oldest first. */
  days: z.array(z.strictObject({ date: z.string(), answers: z.number().int(), right: z.number().int(), seconds: z.number().int() })),
  streak: z.number().int(),
  /** Where practice would help most: answered, lowest level, most due. */
  weakest: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
});
export type Overview = z.infer<typeof overviewDto>;
const shownDays = 84;

/** The learner's own numbers, from counters kept at each answer; nothing here reads the log. */
export async function getOverview(actor: UserActor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<Overview> {
  const now = clock.now();
  const today = localDate(now, actor.zone);
  const dates = Array.from({ length: shownDays }, (_, back) => addDays(today, back - shownDays + 1));
  const [rows, activity, totals] = await Promise.all([
    listTopicRows(actor, now),
    listActivity(actor.subjectId, addDays(today, -400)),
    readTotals(actor.subjectId),
  ]);
  const progress = topicProgress(rows);
  const byDate = new Map(activity.map((day) => [day.date, day]));
  const topics = rows.map((row) => ({
    slug: row.slug,
    title: row.body.title[locale],
    area: row.area,
    answers: row.answers,
    right: row.right,
    accuracy: wilsonInterval(row.right, row.answers),
    level: row.level,
    state: progress.get(row.slug)?.state ?? "ready",
    due: row.due,
  }));
  const weakest = topics.filter((t) => t.answers > 0 && t.level < 4).sort((a, b) => a.level - b.level || b.due - a.due || a.right / a.answers - b.right / b.answers)[0];
  return {
    totals: { ...totals, due: rows.reduce((sum, row) => sum + row.due, 0), accuracy: wilsonInterval(totals.right, totals.answers) },
    topics,
    days: dates.map((date) => byDate.get(date) ?? { date, answers: 0, right: 0, seconds: 0 }),
    streak: streakOf(new Set(activity.filter((d) => d.answers > 0).map((d) => d.date)), today),
    weakest: weakest ? { slug: weakest.slug, title: weakest.title } : null,
  };
}

/** Calendar arithmetic on YYYY-MM-DD; days have no zone. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
/** Days in a row with an answer, ending today, or yesterday while today is still empty. */
export function streakOf(active: ReadonlySet<string>, today: string): number {
  let day = active.has(today) ? today : addDays(today, -1);
  let streak = 0;
  while (active.has(day)) {
    streak++;
    day = addDays(day, -1);
  }
  return streak;
}
