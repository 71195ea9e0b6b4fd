import type { Locale } from "@tidao/kernel";
import { type Connection, named, pool } from "@tidao/prisma";

export interface NotificationChoices {
  dueReviews: boolean;
  assignmentOpened: boolean;
  assignmentDue: boolean;
  localHour: number;
}
/** What holds for somebody who chose nothing; the columns' defaults say the same. */
export const defaultChoices: NotificationChoices = { dueReviews: false, assignmentOpened: true, assignmentDue: true, localHour: 8 };

export async function findChoices(userId: string): Promise<NotificationChoices | null> {
  const { rows } = await pool.query<NotificationChoices>(
    named(
      `select due_reviews as "dueReviews", assignment_opened as "assignmentOpened", assignment_due as "assignmentDue", local_hour as "localHour"
       from notification_choice where user_id = $1`,
      [userId],
    ),
  );
  return rows[0] ?? null;
}

export async function saveChoices(userId: string, choices: NotificationChoices): Promise<void> {
  await pool.query(
    named(
      `insert into notification_choice (user_id, due_reviews, assignment_opened, assignment_due, local_hour) values ($1, $2, $3, $4, $5)
       on conflict (user_id) do update set due_reviews = excluded.due_reviews, assignment_opened = excluded.assignment_opened,
         assignment_due = excluded.assignment_due, local_hour = excluded.local_hour`,
      [userId, choices.dueReviews, choices.assignmentOpened, choices.assignmentDue, choices.localHour],
    ),
  );
}

/** @returns whether there is such an account */
export async function stopDigest(userId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    named(
      `insert into notification_choice (user_id, due_reviews, assignment_opened, assignment_due) select id, false, false, false from "user" where id = $1
       on conflict (user_id) do update set due_reviews = false, assignment_opened = false, assignment_due = false`,
      [userId],
    ),
  );
  return rowCount === 1;
}

export interface DigestReader extends NotificationChoices {
  id: string;
  subjectId: string;
  email: string;
  name: string;
  locale: Locale;
  zone: string;
  lastDigestOn: string | null;
}

/**
 * People to whom there may be something to say: with a verified address, not suspended, who want at least one kind, and
 * with reviews wanted or a class to learn in. By id, a page at a time.
 */
export async function listDigestReaders(after: string | null, limit: number): Promise<DigestReader[]> {
  const { rows } = await pool.query<DigestReader>(
    named(
      `select u.id, l.subject_id as "subjectId", u.email, u.name, u.locale, u.zone, n.last_digest_on as "lastDigestOn",
         coalesce(n.due_reviews, false) as "dueReviews", coalesce(n.assignment_opened, true) as "assignmentOpened",
         coalesce(n.assignment_due, true) as "assignmentDue", coalesce(n.local_hour, 8) as "localHour"
       from "user" u join learner l on l.user_id = u.id
       left join notification_choice n on n.user_id = u.id
       where ($1::uuid is null or u.id > $1) and u.email_verified_at is not null and u.suspended_at is null
         and (coalesce(n.due_reviews, false)
           or (coalesce(n.assignment_opened, true) or coalesce(n.assignment_due, true))
             and exists (select 1 from class_member m where m.user_id = u.id and m.role = 'learner' and m.left_at is null))
       order by u.id limit $2`,
      [after, limit],
    ),
  );
  return rows;
}

/** Takes the reader's day. @returns whether it was still to be had: of two workers one gets it, and nobody twice */
export async function takeDay(connection: Connection, userId: string, day: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(
      `insert into notification_choice (user_id, last_digest_on) values ($1, $2)
       on conflict (user_id) do update set last_digest_on = excluded.last_digest_on
         where notification_choice.last_digest_on is null or notification_choice.last_digest_on < excluded.last_digest_on`,
      [userId, day],
    ),
  );
  return rowCount === 1;
}
