import type { UserActor } from "@tidao/access";
import { type Connection, inTransaction, named } from "@tidao/prisma";
import { appendEvent, type EventKind, lockLog } from "./log.repo";

/**
 * Appends one event to the learner's log and applies it to the derived tables, in one transaction.
 * `apply` must do what `rebuild` does for the same event.
 */
export function recordEvent(
  actor: Pick<UserActor, "subjectId" | "zone">,
  event: { kind: EventKind; body: object; questionId?: string },
  now: Date,
  apply?: (connection: Connection) => Promise<void>,
): Promise<void> {
  return inTransaction(async (connection) => {
    const lastSeq = await lockLog(connection, actor.subjectId, 1);
    await appendEvent(connection, { ...event, subjectId: actor.subjectId, seq: lastSeq + 1, at: now, zone: actor.zone });
    await apply?.(connection);
  });
}

/** What the events other than `hint_taken` and `feedback_opened` mean for the derived tables. */
export const applyLessonRead = (connection: Connection, subjectId: string, topicSlug: string, at: Date) =>
  connection.query(
    named(
      `insert into lesson_read (subject_id, topic_slug, first_at, last_at) values ($1, $2, $3, $3)
       on conflict (subject_id, topic_slug) do update set last_at = excluded.last_at`,
      [subjectId, topicSlug, at],
    ),
  );
export const applyPathStarted = (connection: Connection, subjectId: string, pathSlug: string, at: Date) =>
  connection.query(
    named(
      `insert into path_enrolment (subject_id, path_slug, started_at) values ($1, $2, $3) on conflict (subject_id, path_slug) do nothing`,
      [subjectId, pathSlug, at],
    ),
  );
export const applyPathLeft = (connection: Connection, subjectId: string, pathSlug: string) =>
  connection.query(named(`delete from path_enrolment where subject_id = $1 and path_slug = $2`, [subjectId, pathSlug]));
