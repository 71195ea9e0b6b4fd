import type { Answer } from "@tidao/grading";
import type { EventKind } from "../learning-record/log.repo";
import type { TableDecision } from "./table-decision";

/** A table in which nobody is. */
const nobody = (...house: string[]): TableDecision => ({ erasure: "stays", exported: null, columns: { house } });
const user = (column: string) => ({ column, holds: "user" }) as const;
const subject = { column: "subject_id", holds: "subject" } as const;
/** A fold of the record: stays as long as the record does, so that rebuilding changes nothing. */
const fold = (exported: TableDecision["exported"], ...derived: string[]): TableDecision => ({
  whose: subject, erasure: "stays", exported, columns: { whose: ["subject_id"], derived },
});

/**
 * What every column of every table is to a person, and what becomes of it: export, erasure and the page that tells people
 * about both follow from here. A table or a column that is not here fails `personal-data.int.test.ts`. Rows are deleted in
 * this order, children first.
 */
export const personalData: Record<string, TableDecision> = {
  // the account
  session: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["user_agent", "created_at", "last_seen_at", "expires_at", "revoked_at"], secret: ["token_hash"], house: ["id"] },
  },
  oauth_account: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["provider", "provider_account_id", "created_at"] },
  },
  user_role: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["role", "granted_at"], actor: ["granted_by"] },
  },
  data_export_chunk: { erasure: "parent", exported: null, columns: { secret: ["bytes"], house: ["export_id", "number"] } },
  data_export: {
    whose: user("user_id"), erasure: "rows", exported: null,
    columns: { whose: ["user_id"], personal: ["requested_at", "touched_at", "finished_at", "expires_at"], house: ["id", "state", "run", "done", "total", "size"] },
  },
  data_access: {
    whose: user("user_id"), erasure: "rows", exported: "who-looked.json",
    columns: { whose: ["user_id"], personal: ["viewer_role", "what", "context", "day", "times", "first_at", "last_at"], actor: ["viewer_id"], house: ["id"] },
  },
  account_token: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["kind", "email", "created_at", "expires_at", "used_at", "replaced_at"], secret: ["hash"] },
  },
  // its links are keys to the account: of each mail only that it was sent. The last letter after an erasure is nobody's row: it goes once it is sent or given up
  mail_outbox: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["address", "kind", "locale", "created_at", "sent_at", "given_up_at"], secret: ["zone", "params", "last_error"], house: ["id", "expires_at", "next_attempt_at", "attempts"] },
  },
  notification_choice: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["due_reviews", "assignment_opened", "assignment_due", "local_hour", "last_digest_on"] },
  },
  // keys are hashes of addresses and networks; they expire within the hour
  rate_limit: nobody("key", "points", "expire"),

  // classes and sets
  assignment_override: {
    whose: user("user_id"), erasure: "rows", exported: "rows",
    columns: { whose: ["user_id"], personal: ["assignment_id", "opens_at", "due_at", "attempts", "reason", "created_at"], actor: ["created_by"], house: ["id"] },
  },
  class_member: {
    whose: user("user_id"), erasure: "rows", exported: "classes.json",
    columns: { whose: ["user_id"], personal: ["class_id", "role", "joined_at", "left_at"] },
  },
  question_set_item: { erasure: "parent", exported: "question-sets.json", columns: { personal: ["question_id", "position", "points"], house: ["set_id", "pinned_version_id"] } },
  question_set: {
    whose: user("owner_id"), erasure: "rows", exported: "question-sets.json",
    columns: { whose: ["owner_id"], personal: ["id", "title", "created_at", "updated_at", "archived_at"] },
  },
  // a class with other people in it is handed over before; one without goes with its owner
  class: {
    whose: user("owner_id"), erasure: "rows", exported: "classes.json",
    columns: { whose: ["owner_id"], personal: ["id", "name", "created_at", "archived_at"], house: ["join_code"] },
  },
  assignment: {
    erasure: "stays", exported: "attempts.json",
    columns: { actor: ["created_by"], house: ["id", "class_id", "set_id", "title", "opens_at", "due_at", "attempts", "feedback", "shuffle", "created_at", "archived_at"] },
  },
  assignment_item: nobody("assignment_id", "position", "question_id", "pinned_version_id", "points"),

  // the learning record
  submission: {
    whose: subject, erasure: "function", exported: "answers.json",
    columns: {
      whose: ["subject_id"], words: ["answer"],
      record: ["seq", "question_id", "question_version_id", "seed", "confidence", "hints_used", "duration_ms", "context", "attempt_id", "position", "submitted_at", "local_date"],
      house: ["id", "submission_key"],
    },
  },
  grading: {
    whose: subject, erasure: "function", exported: "answers.json",
    columns: {
      whose: ["subject_id"], record: ["seq", "cause", "verdict", "points", "misconceptions", "rating", "graded_at", "local_date"], actor: ["graded_by"],
      house: ["id", "submission_id", "supersedes_id", "key_version_id", "parts", "prerequisites", "item_difficulty", "withheld"],
    },
  },
  learner_event: {
    whose: subject, erasure: "function", exported: "rows",
    columns: { whose: ["subject_id"], words: ["body"], record: ["seq", "kind", "question_id", "occurred_at", "local_date"] },
  },
  attempt: {
    whose: subject, erasure: "stays", exported: "attempts.json",
    columns: { whose: ["subject_id"], record: ["id", "assignment_id", "number", "started_at", "finished_at", "feedback", "feedback_opened_at"] },
  },
  attempt_item: nobody("attempt_id", "position", "question_id", "question_version_id", "seed", "points"),
  // what a test asked is the course's; its answers are submissions like any other
  knowledge_test: {
    whose: subject, erasure: "stays", exported: "knowledge-tests.json",
    columns: { whose: ["subject_id"], record: ["id", "topic_slug", "started_at", "finished_at", "base", "result"] },
  },
  knowledge_test_item: nobody("test_id", "position", "question_id", "question_version_id", "seed", "submission_key"),
  attempt_grade: fold("attempts.json", "attempt_id", "answered", "micro_points", "pending", "question_ids", "question_micro_points", "question_verdicts"),
  review_card: fold("review-cards.json", "question_id", "topic_slug", "due", "stability", "difficulty", "scheduled_days", "learning_steps", "reps", "lapses", "state", "last_review", "begun_at", "suspended_at"),
  question_state: fold("questions.json", "question_id", "topic_slug", "objective_id", "answers", "right", "micro_points", "seconds", "confidence_answers", "confidence_right", "reviews", "recalled", "last_verdict", "last_points",
    "last_submission", "last_at", "last_misconceptions", "days", "day_answers", "day_right", "day_seconds", "day_reviews", "day_recalled", "day_expected_micro"),
  topic_day: fold("rows", "local_date", "topic_slug", "answers", "right", "micro_points", "seconds", "rating_before", "level_before", "rating", "level"),
  topic_mastery: fold("rows", "topic_slug", "rating", "level", "answers", "right", "micro_points", "seconds", "updated_at"),
  objective_mastery: fold("rows", "objective_id", "topic_slug", "rating", "level", "answers", "right", "updated_at"),
  daily_activity: fold("rows", "local_date", "answers", "right", "micro_points", "seconds", "reviews", "recalled", "expected_micro"),
  lesson_read: fold("rows", "topic_slug", "first_at", "last_at"),
  path_enrolment: { whose: subject, erasure: "function", exported: "rows", columns: { whose: ["subject_id"], derived: ["path_slug", "started_at"], personal: ["deadline"] } },
  review_settings: fold("rows", "desired_retention", "daily_reviews", "daily_new", "easy_days", "fitting", "parameters", "fitted_at", "log_loss_before", "log_loss_after", "reviews_fitted"),
  fitting_attempt: fold("rows", "reviews", "log_loss_before", "log_loss_after", "at"),
  topic_skip: fold("rows", "topic_slug", "skipped_at"),
  // when the interview is and which days are free; its events go, too
  study_plan: { whose: subject, erasure: "rows", exported: "rows", columns: { whose: ["subject_id"], personal: ["interview_date", "minutes_a_day", "days_off", "weights", "set_on", "set_at"] } },
  plan_day: { whose: subject, erasure: "rows", exported: "rows", columns: { whose: ["subject_id"], personal: ["local_date", "began_at", "made_at", "items", "outlook"] } },
  learner: { whose: user("user_id"), erasure: "function", exported: "account.json", columns: { whose: ["user_id"], record: ["subject_id", "created_at"], house: ["last_seq"] } },

  // what somebody wrote and kept beside the course
  note: {
    whose: subject, erasure: "rows", exported: "note.json",
    columns: { whose: ["subject_id"], personal: ["question_id", "topic_slug", "anchor", "body", "created_at", "updated_at", "deleted_at"], house: ["id", "revision"] },
  },
  bookmark: { whose: subject, erasure: "rows", exported: "rows", columns: { whose: ["subject_id"], personal: ["question_id", "created_at"] } },
  question_list_item: { erasure: "parent", exported: "question-lists.json", columns: { personal: ["question_id", "position"], house: ["list_id"] } },
  question_list: {
    whose: subject, erasure: "rows", exported: "question-lists.json",
    columns: { whose: ["subject_id"], personal: ["name", "position", "created_at", "updated_at", "deleted_at"], house: ["id"] },
  },
  // that a question was reported, and as what, goes on helping; what was written and answered does not stay
  question_report: {
    whose: subject, erasure: "words", exported: "reports.json",
    columns: { whose: ["subject_id"], words: ["text", "answer"], record: ["question_id", "kind", "locale", "state", "created_at", "resolved_at", "seen_at"], actor: ["resolved_by"], house: ["id", "version_id", "seed", "submission_id"] },
  },

  // a copy of one's notes, cut into words; everything else in it is the course's
  search_document: {
    whose: subject, erasure: "rows", exported: null,
    columns: {
      whose: ["subject_id"], secret: ["title", "title_key", "body", "tsv"],
      house: ["id", "kind", "locale", "topic_slug", "ref", "anchor", "question_id", "question_kind", "difficulty", "made_from"],
    },
  },

  // the audit trail: the chain stays whole, what it says of a person is kept beside it; names of classes and assignments are the school's
  audit_personal: {
    whose: user("user_id"), erasure: "function", exported: "audit-trail.json",
    columns: { whose: ["user_id"], personal: ["field", "value"], secret: ["salt"], house: ["audit_id"] },
  },
  audit_entry: {
    erasure: "stays", exported: "audit-trail.json",
    columns: { pseudonym: ["actor_id", "resource_id"], record: ["at", "action", "resource_kind", "detail"], house: ["id", "actor_kind", "previous_hash", "hash"] },
  },

  // the course: whoever wrote a question is forgotten, the question stays
  topic: nobody("slug", "number", "area", "body", "prerequisites", "source_hash", "archived_at"),
  lesson_version: nobody("id", "topic_slug", "number", "source", "rendered", "renderer_version", "content_hash", "created_at"),
  source: nobody("id", "body", "source_hash", "archived_at"),
  glossary_term: nobody("id", "body", "source_hash", "archived_at"),
  path: nobody("slug", "position", "body", "source_hash", "archived_at"),
  question: nobody("id", "topic_slug", "kind", "published_version_id", "retired_at", "source_hash", "draft_revision", "created_at", "updated_at"),
  question_version: {
    erasure: "stays", exported: "written-questions.json",
    columns: {
      actor: ["author_id", "published_by"],
      house: [
        "id", "question_id", "number", "status", "kind", "topic_slug", "objective", "difficulty", "expected_seconds", "misconceptions", "spec", "rendered", "renderer_version",
        "content_hash", "search_text", "origin", "corrects_version_id", "note", "revision", "created_at", "updated_at", "published_at",
      ],
    },
  },
  question_counter: nobody("question_id", "submissions", "right", "micro_points"),
  choice_counter: nobody("version_id", "part_id", "chosen"),
  item_difficulty: nobody("snapshot", "question_id", "difficulty", "responses", "at"),
  derived_state: nobody("id", "fold_version"),
  search_word: nobody("word", "shown", "documents"),
  bank_state: nobody("id", "digest", "imported_at"),

  // last: `erase_user` removes it when everything above is done
  user: {
    whose: user("id"), erasure: "function", exported: "account.json",
    columns: {
      whose: ["id"], secret: ["password_hash"],
      personal: ["email", "email_verified_at", "name", "locale", "zone", "theme", "motion", "asks_confidence", "suspended_at", "deletion_requested_at", "created_at"],
    },
  },
};

/** What the body of each kind of event says: `erase_user` takes `words` out. A new kind does not compile without a decision. */
export const eventBodies: Record<EventKind, "words" | "record"> = {
  zone_changed: "words",
  lesson_read: "record",
  path_started: "record",
  path_left: "record",
  hint_taken: "record",
  feedback_opened: "record",
  review_settings_changed: "record",
  parameters_fitted: "record",
  card_suspended: "record",
  card_resumed: "record",
  plan_set: "words",
  plan_cleared: "record",
  path_deadline_set: "words",
  placement_finished: "record",
  topic_skipped: "record",
  topic_unskipped: "record",
};
/** Where an answer holds what somebody wrote: `erase_user` replaces it. Numbers and choices stay for the statistics. */
export const answerWords: Record<Answer["kind"], "text" | "blanks" | null> = {
  "single-choice": null,
  "multiple-choice": null,
  numeric: null,
  ordering: null,
  matching: null,
  cloze: "blanks",
  "find-error": null,
  "short-answer": "text",
  blank: null,
};
