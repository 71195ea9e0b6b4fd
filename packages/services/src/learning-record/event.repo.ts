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
export const applyPathDeadline = (connection: Connection, subjectId: string, pathSlug: string, date: string | null) =>
  connection.query(named(`update path_enrolment set deadline = $3 where subject_id = $1 and path_slug = $2`, [subjectId, pathSlug, date]));
export const applyTopicSkipped = (connection: Connection, subjectId: string, topicSlug: string, at: Date) =>
  connection.query(
    named(
      `insert into topic_skip (subject_id, topic_slug, skipped_at) values ($1, $2, $3) on conflict (subject_id, topic_slug) do nothing`,
      [subjectId, topicSlug, at],
    ),
  );
export const applyTopicUnskipped = (connection: Connection, subjectId: string, topicSlug: string) =>
  connection.query(named(`delete from topic_skip where subject_id = $1 and topic_slug = $2`, [subjectId, topicSlug]));

/** What a placement sets of a topic; answers and points stay what they were. */
export type PlacedMastery = Record<string, { rating: number; level: number }>;
export const applyPlacement = (connection: Connection, subjectId: string, topics: PlacedMastery, at: Date) =>
  connection.query(
    named(
      `insert into topic_mastery (subject_id, topic_slug, rating, answers, "right", micro_points, seconds, updated_at, level)
       select $1, t.key, (t.value->>'rating')::float8, 0, 0, 0, 0, $3, (t.value->>'level')::smallint from jsonb_each($2) t
       on conflict (subject_id, topic_slug) do update set rating = excluded.rating, level = excluded.level, updated_at = excluded.updated_at`,
      [subjectId, JSON.stringify(topics), at],
    ),
  );
