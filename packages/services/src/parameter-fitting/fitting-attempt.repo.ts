import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import type { LoggedReview } from "@tidao/scheduling";

/** The newest try, kept or not. */
export interface FittingAttempt {
  reviews: number;
  logLossBefore: number;
  logLossAfter: number;
  at: Date;
}
export async function findFittingAttempt(subjectId: string): Promise<FittingAttempt | null> {
  const { rows } = await pool.query<FittingAttempt>(
    named(
      `select reviews, log_loss_before as "logLossBefore", log_loss_after as "logLossAfter", at from fitting_attempt where subject_id = $1`,
      [subjectId],
    ),
  );
  return rows[0] ?? null;
}
export async function saveFittingAttempt(subjectId: string, attempt: FittingAttempt, connection: Queryable = pool): Promise<void> {
  await connection.query(
    named(
      `insert into fitting_attempt (subject_id, reviews, log_loss_before, log_loss_after, at) values ($1, $2, $3, $4, $5)
       on conflict (subject_id) do update set reviews = excluded.reviews, log_loss_before = excluded.log_loss_before,
         log_loss_after = excluded.log_loss_after, at = excluded.at`,
      [subjectId, attempt.reviews, attempt.logLossBefore, attempt.logLossAfter, attempt.at],
    ),
  );
}

/** Who goes back to the defaults and later wants parameters of their own is fitted anew. */
export async function forgetFittingAttempt(connection: Connection, subjectId: string): Promise<void> {
  await connection.query(named(`delete from fitting_attempt where subject_id = $1`, [subjectId]));
}

export interface Candidate {
  subjectId: string;
  zone: string;
  reviews: number;
}
/**
 * Learners with `least` reviews or more and `growth` times as many as at the last try, who did not choose the defaults; a page
 * by id. Reviews are counted from cards, not from the log.
 */
export async function listFittingCandidates(after: string | null, limit: number, { least, growth }: { least: number; growth: number }): Promise<Candidate[]> {
  const { rows } = await pool.query<Candidate>(
    named(
      `select c.subject_id as "subjectId", u.zone, c.reviews
       from (select subject_id, sum(reps)::int as reviews from review_card where $1::uuid is null or subject_id > $1 group by subject_id having sum(reps) >= $3) c
       join learner l on l.subject_id = c.subject_id
       join "user" u on u.id = l.user_id
       left join review_settings w on w.subject_id = c.subject_id
       left join fitting_attempt f on f.subject_id = c.subject_id
       where coalesce(w.fitting, true) and c.reviews >= coalesce(f.reviews, 0) * $4::float8
       order by c.subject_id limit $2`,
      [after, limit, least, growth],
    ),
  );
  return rows;
}

/** A page of a learner's rated answers in the order of the log, each with the grading that holds; what is withheld is left out. */
export async function listLoggedReviews(subjectId: string, afterSeq: number, limit: number): Promise<(LoggedReview & { seq: number })[]> {
  const { rows } = await pool.query<LoggedReview & { seq: number }>(
    named(
      `select s.seq, s.question_id as "questionId", s.submitted_at as at, g.rating
       from submission s
       join lateral (select rating, withheld from grading where submission_id = s.id order by seq desc limit 1) g on g.rating is not null
       where s.subject_id = $1 and s.seq > $2
         and (not g.withheld or exists (select 1 from attempt t where t.id = s.attempt_id and t.feedback_opened_at is not null))
       order by s.seq limit $3`,
      [subjectId, afterSeq, limit],
    ),
  );
  return rows;
}
