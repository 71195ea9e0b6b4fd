import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { type Card, rescheduleCard, type SchedulingOptions } from "@tidao/scheduling";
import { DomainError } from "@tidao/kernel";
import { type FittedParameters, type ReviewChoice, type ReviewWishes, schedulingOf, wishesChanged, wishesFitted, wishesFrom } from "./review-wishes";
import { toCard } from "./state.repo";

type Row = Record<string, unknown>;

export async function readWishes(subjectId: string, connection: Queryable = pool): Promise<ReviewWishes> {
  const { rows } = await connection.query<{ row: Row }>(
    named(`select to_jsonb(w) as row from review_settings w where subject_id = $1`, [subjectId]),
  );
  return wishesFrom(rows[0]?.row ?? null);
}

export async function saveWishes(connection: Queryable, subjectId: string, wishes: ReviewWishes): Promise<void> {
  const { fitted } = wishes;
  await connection.query(
    named(
      `insert into review_settings (subject_id, desired_retention, daily_reviews, daily_new, easy_days, fitting, parameters, fitted_at,
         log_loss_before, log_loss_after, reviews_fitted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (subject_id) do update set desired_retention = excluded.desired_retention, daily_reviews = excluded.daily_reviews,
         daily_new = excluded.daily_new, easy_days = excluded.easy_days, fitting = excluded.fitting, parameters = excluded.parameters,
         fitted_at = excluded.fitted_at, log_loss_before = excluded.log_loss_before, log_loss_after = excluded.log_loss_after,
         reviews_fitted = excluded.reviews_fitted`,
      [
        subjectId, wishes.desiredRetention, wishes.dailyReviews, wishes.dailyNew, wishes.easyDays, wishes.fitting, fitted?.parameters ?? null,
        fitted?.at ?? null, fitted?.logLossBefore ?? null, fitted?.logLossAfter ?? null, fitted?.reviews ?? null,
      ],
    ),
  );
}

/** What `review_settings_changed` does to the derived tables; call with the log locked. */
export async function applyReviewSettings(connection: Connection, subjectId: string, { reschedule, ...choice }: ReviewChoice & { reschedule: boolean }): Promise<void> {
  const wishes = wishesChanged(await readWishes(subjectId, connection), choice);
  await saveWishes(connection, subjectId, wishes);
  if (reschedule) await rescheduleCards(connection, subjectId, schedulingOf(wishes));
}
/** What `parameters_fitted` does. */
export async function applyFittedParameters(connection: Connection, subjectId: string, fitted: FittedParameters, at: Date): Promise<void> {
  await saveWishes(connection, subjectId, wishesFitted(await readWishes(subjectId, connection), fitted, at));
}

export async function listCards(connection: Queryable, subjectId: string): Promise<(Card & { questionId: string })[]> {
  const { rows } = await connection.query<Row>(named(`select * from review_card where subject_id = $1`, [subjectId]));
  return rows.map((row) => ({ ...toCard(row), questionId: row.question_id as string }));
}
/** All due dates at once, from the stability of each card: one read, one update. */
async function rescheduleCards(connection: Connection, subjectId: string, options: SchedulingOptions): Promise<void> {
  const cards = (await listCards(connection, subjectId)).map((card) => rescheduleCard(card, options));
  await connection.query(
    named(
      `update review_card c set due = n.due, scheduled_days = n."scheduledDays"
       from jsonb_to_recordset($2) as n("questionId" text, due timestamptz(3), "scheduledDays" int)
       where c.subject_id = $1 and c.question_id = n."questionId"`,
      [subjectId, JSON.stringify(cards.map(({ questionId, due, scheduledDays }) => ({ questionId, due, scheduledDays })))],
    ),
  );
}

/** What `card_suspended` does. @throws NOT_FOUND for a question without a card */
export async function applyCardSuspended(connection: Connection, subjectId: string, questionId: string, at: Date): Promise<void> {
  const { rowCount } = await connection.query(
    named(`update review_card set suspended_at = coalesce(suspended_at, $3) where subject_id = $1 and question_id = $2`, [subjectId, questionId, at]),
  );
  if (!rowCount) throw new DomainError("NOT_FOUND", { what: "card" });
}
/** What `card_resumed` does. @throws NOT_FOUND for a question without a card */
export async function applyCardResumed(connection: Connection, subjectId: string, questionId: string): Promise<void> {
  const { rowCount } = await connection.query(
    named(`update review_card set suspended_at = null where subject_id = $1 and question_id = $2`, [subjectId, questionId]),
  );
  if (!rowCount) throw new DomainError("NOT_FOUND", { what: "card" });
}
