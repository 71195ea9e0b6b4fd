import { z } from "zod";

/** What a learner may wish; the range of the retention is that of FSRS's own tutorial (0.70 to 0.97). */
export const reviewSettings = z.strictObject({
  desiredRetention: z.number().min(0.7).max(0.97),
  dailyReviews: z.number().int().min(1).max(1000),
  dailyNew: z.number().int().min(0).max(200),
  /** Monday first. */
  easyDays: z.array(z.union([z.literal(0), z.literal(0.5), z.literal(1)])).length(7),
  fitting: z.boolean(),
});
/** With `reschedule` every due date is counted anew from the card's stability; without, only answers from now on are. */
export const reviewSettingsInput = reviewSettings.extend({ reschedule: z.boolean() });
