import { localDate } from "@tidao/kernel";

/**
 * Whether today asks for no more reviews although some are due: what waits comes before whatever falls due on a later day, so that
 * the next review to fall due is not the next one to come, unless it falls due today.
 */
export const isDayFull = (
  { due, waiting, nextReviewAt }: { due: number; waiting: number; nextReviewAt: string | null },
  now: Date,
  zone: string,
): boolean =>
  due === 0 &&
  waiting > 0 &&
  (nextReviewAt === null || localDate(new Date(nextReviewAt), zone) !== localDate(now, zone));
