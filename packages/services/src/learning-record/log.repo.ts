import { DomainError, localDate } from "@tidao/kernel";
import { type Connection, named } from "@tidao/prisma";

/**
 * Takes the lock on a learner's log and the next numbers of it.
 * @returns the last number given before; the caller may use the `count` after it
 */
export async function lockLog(connection: Connection, subjectId: string, count: number): Promise<number> {
  const { rows } = await connection.query<{ last_seq: number }>(
    named(`update learner set last_seq = last_seq + $2 where subject_id = $1 returning last_seq - $2 as last_seq`, [subjectId, count]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "learner" });
  return rows[0].last_seq;
}

export type EventKind = "zone_changed" | "lesson_read" | "path_started" | "path_left" | "path_deadline_set" | "hint_taken" | "feedback_opened"
  | "review_settings_changed" | "parameters_fitted" | "card_suspended" | "card_resumed" | "plan_set" | "plan_cleared"
  | "placement_finished" | "topic_skipped" | "topic_unskipped";

/** Appends an event that is neither a submission nor a grading; call with the log locked. */
export async function appendEvent(
  connection: Connection,
  event: { subjectId: string; seq: number; kind: EventKind; questionId?: string; body: object; at: Date; zone: string },
): Promise<void> {
  await connection.query(
    named(
      `insert into learner_event (subject_id, seq, kind, question_id, body, occurred_at, local_date) values ($1, $2, $3, $4, $5, $6, $7)`,
      [event.subjectId, event.seq, event.kind, event.questionId ?? null, event.body, event.at, localDate(event.at, event.zone)],
    ),
  );
}
