import { everyDayTheSame, type SchedulingOptions } from "@tidao/scheduling";

/** What a learner wishes of reviews: what `review_settings_changed` carries, beside whether all cards are rescheduled. */
export interface ReviewChoice {
  desiredRetention: number;
  dailyReviews: number;
  dailyNew: number;
  /** Seven shares of the daily limit, Monday first. */
  easyDays: number[];
  /** False: stay with the default parameters. */
  fitting: boolean;
}
export interface FittedParameters {
  parameters: number[];
  reviews: number;
  logLossBefore: number;
  logLossAfter: number;
}
/** The row of `review_settings`. */
export interface ReviewWishes extends ReviewChoice {
  fitted: (FittedParameters & { at: Date }) | null;
}

/** Half an hour to an hour a day at most; retention as FSRS's authors advise. */
export const defaultWishes: ReviewWishes = {
  desiredRetention: 0.9, dailyReviews: 40, dailyNew: 0, easyDays: [...everyDayTheSame], fitting: true, fitted: null,
};

export function wishesChanged(before: ReviewWishes, choice: ReviewChoice): ReviewWishes {
  const { desiredRetention, dailyReviews, dailyNew, easyDays, fitting } = choice;
  return { desiredRetention, dailyReviews, dailyNew, easyDays, fitting, fitted: fitting ? before.fitted : null };
}
/** Parameters that arrive after the learner chose the defaults change nothing. */
export function wishesFitted(before: ReviewWishes, { parameters, reviews, logLossBefore, logLossAfter }: FittedParameters, at: Date): ReviewWishes {
  return before.fitting ? { ...before, fitted: { parameters, reviews, logLossBefore, logLossAfter, at } } : before;
}

/** What a card is scheduled with from here on in the log. */
export const schedulingOf = ({ desiredRetention, fitted }: ReviewWishes): SchedulingOptions => ({
  retention: desiredRetention,
  ...(fitted && { parameters: fitted.parameters }),
});

/** A row of `review_settings` as JSON; null where the learner never chose anything. */
export function wishesFrom(row: Record<string, unknown> | null): ReviewWishes {
  if (!row) return defaultWishes;
  const parameters = row.parameters as number[] | null;
  return {
    desiredRetention: row.desired_retention as number,
    dailyReviews: row.daily_reviews as number,
    dailyNew: row.daily_new as number,
    easyDays: row.easy_days as number[],
    fitting: row.fitting as boolean,
    fitted: parameters && {
      parameters,
      reviews: row.reviews_fitted as number,
      logLossBefore: row.log_loss_before as number,
      logLossAfter: row.log_loss_after as number,
      at: new Date(row.fitted_at as string),
    },
  };
}
