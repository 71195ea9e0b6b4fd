import { z } from "zod";

const slug = z.string().max(60);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** How much a topic weighs: 0 leaves it out, 2 is usual. */
export const usualWeight = 2;

/** What the learner decides; the event `plan_set` carries exactly this. */
export const planSetting = z.strictObject({
  /** The day of the interview, in the learner's own calendar. */
  date: day,
  minutesADay: z.number().int().min(5).max(480),
  /** ISO weekdays, 1 Monday to 7 Sunday; at least one day of the week is for work. */
  daysOff: z.array(z.number().int().min(1).max(7)).max(6),
  /** By topic; those that are not named weigh the usual 2. */
  weights: z.record(slug, z.number().int().min(0).max(3)).refine((weights) => Object.keys(weights).length <= 200),
});
export type PlanSetting = z.infer<typeof planSetting>;

/** Shares of what is asked, 0 to 1: expected, and an 80 % interval. */
const forecast = { recall: z.number(), low: z.number(), high: z.number() };

/** Why an item stands where it stands; the numbers that its sentence needs, the others null. Shares are 0 to 1. */
export const whyNowDto = z.strictObject({
  code: z.enum(["first", "early", "lacking", "last", "fallen", "fading", "strengthen"]),
  topic: z.string(),
  /** A topic that it builds on and that is not held: why it comes early, or with what left out. */
  before: z.string().nullable(),
  days: z.number().int().nullable(),
  recall: z.number().nullable(),
  weight: z.number().nullable(),
  without: z.number().nullable(),
  withIt: z.number(),
});
export type WhyNowDto = z.infer<typeof whyNowDto>;

export const planItemDto = z.strictObject({
  questionId: z.string(),
  topic: z.string(),
  kind: z.enum(["new", "review"]),
  seconds: z.number().int(),
  whyNow: whyNowDto,
});
export type PlanItem = z.infer<typeof planItemDto>;

export const planDaySummary = z.strictObject({
  date: z.string(),
  off: z.boolean(),
  newItems: z.number().int(),
  reviewItems: z.number().int(),
  newSeconds: z.number().int(),
  reviewSeconds: z.number().int(),
});
export const planItems = z.array(planItemDto);
/** What is stored with a day's plan beside its items. */
export const planOutlook = z.strictObject({
  /** Questions in the interview that the intervals are for. */
  asked: z.number().int(),
  /** From today to the day before the interview. */
  days: z.array(planDaySummary),
  /** The items of the next few days, without today's. */
  soon: z.array(z.strictObject({ date: z.string(), items: z.array(planItemDto) })),
  forecast: z.strictObject(forecast),
  /** If nothing more is done. */
  withoutWork: z.number(),
  topics: z.array(
    z.strictObject({
      slug: z.string(),
      ...forecast,
      questions: z.number().int(),
      dropped: z.number().int(),
      droppedWhole: z.boolean(),
      cost: z.number(),
    }),
  ),
  dropped: z.strictObject({ questions: z.number().int(), cost: z.number(), minutesMore: z.number().int() }),
});
export type PlanOutlook = z.infer<typeof planOutlook>;

export const planDto = z.strictObject({
  /** The learner's local date. */
  today: z.string(),
  setting: planSetting.nullable(),
  /** Days of work in a row, up to yesterday, on which nothing was answered. */
  missedDays: z.number().int(),
  /** Null without a setting, and from the day of the interview on. */
  plan: z
    .strictObject({
      daysLeft: z.number().int(),
      items: z.array(planItemDto.extend({ done: z.boolean() })),
      secondsLeft: z.number().int(),
      outlook: planOutlook,
    })
    .nullable(),
  /** All topics that have questions, for the form and for names. */
  topics: z.array(z.strictObject({ slug: z.string(), title: z.string(), area: z.string(), questions: z.number().int() })),
});
export type Plan = z.infer<typeof planDto>;
