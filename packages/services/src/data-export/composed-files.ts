import type { ExportedFile } from "./exported-file";
import { type AnswerRow, answersQuery, tellAnswers } from "./tell-answers";

const ofUser: ExportedFile["values"] = ({ account }) => [account.id];
const ofSubject: ExportedFile["values"] = ({ account }) => [account.subjectId];
const ofSubjectShown: ExportedFile["values"] = ({ account, withheld }) => [account.subjectId, withheld];

/** A note that no open assignment holds back. */
const shown = `(question_id is null or question_id <> all($2::text[]))`;

/** What is told from more than one table, or not all of it. */
export const composedFiles: readonly ExportedFile[] = [
  {
    name: "account.json",
    single: true,
    values: ofUser,
    query: `select u.id, u.email, u.email_verified_at, u.name, u.locale, u.zone, u.theme, u.motion, u.asks_confidence, u.password_hash is not null as has_password, u.created_at, u.suspended_at,
        u.deletion_requested_at, l.subject_id as learning_record_id, l.created_at as learning_record_since
      from "user" u join learner l on l.user_id = u.id where u.id = $1`,
  },
  {
    name: "answers.json",
    values: ofSubject,
    query: answersQuery,
    tell: (rows, snapshot) => tellAnswers(rows as AnswerRow[], snapshot),
  },
  {
    name: "questions.json",
    values: ofSubjectShown,
    query: `select question_id, topic_slug, objective_id, answers, "right", micro_points, seconds, confidence_answers, confidence_right, reviews, recalled, last_misconceptions, last_verdict, last_points, last_at,
        array(select (date '1970-01-01' + day)::text from unnest(days) day) as days, day_answers, day_right, day_seconds, day_reviews, day_recalled, day_expected_micro
      from question_state where subject_id = $1 and question_id <> all($2::text[]) order by 1`,
  },
  {
    name: "review-cards.json",
    values: ofSubjectShown,
    query: `select question_id, topic_slug, due, stability, difficulty, scheduled_days, reps, lapses, state, last_review, begun_at, suspended_at from review_card
      where subject_id = $1 and question_id <> all($2::text[]) order by due`,
  },
  {
    name: "knowledge-tests.json",
    values: ofSubjectShown,
    // the result tells how each question went
    query: `select t.id, t.topic_slug, t.started_at, t.finished_at, t.base,
        case when not exists (select 1 from knowledge_test_item i where i.test_id = t.id and i.question_id = any($2::text[])) then t.result end as result
      from knowledge_test t where t.subject_id = $1 order by t.started_at, t.id`,
  },
  {
    name: "note.json",
    values: ofSubjectShown,
    // like the page of notes: what somebody wrote down from a solution would be a key in the open assignment
    query: `select question_id, topic_slug, anchor, case when ${shown} then body end as body, created_at, updated_at, deleted_at, not ${shown} as withheld
      from note where subject_id = $1 order by created_at, id`,
  },
  {
    name: "reports.json",
    values: ofSubjectShown,
    // an editor's reply may speak of the key
    query: `select question_id, kind, locale, state, created_at, resolved_at, seen_at, text, case when question_id <> all($2::text[]) then answer end as answer
      from question_report where subject_id = $1 order by created_at, id`,
  },
  {
    name: "attempts.json",
    values: ofSubjectShown,
    // points are told once the feedback is open, and no other open assignment asks the same: before that they would tell the verdicts
    query: `select t.number, t.started_at, t.finished_at, t.feedback_opened_at, a.title as assignment, c.name as class, a.opens_at, a.due_at,
        case when told.it then g.answered end as answered, case when told.it then g.micro_points / 1000000.0 end as points,
        case when told.it then g.pending end as pending
      from attempt t join assignment a on a.id = t.assignment_id join class c on c.id = a.class_id left join attempt_grade g on g.attempt_id = t.id,
        lateral (select t.feedback_opened_at is not null
          and not exists (select 1 from attempt_item i where i.attempt_id = t.id and i.question_id = any($2::text[])) as it) told
      where t.subject_id = $1 order by t.started_at, t.id`,
  },
  {
    name: "classes.json",
    values: ofUser,
    query: `select c.name, m.role, m.joined_at, m.left_at, c.owner_id = $1 as own, case when c.owner_id = $1 then c.created_at end as created_at, c.archived_at
      from class_member m join class c on c.id = m.class_id where m.user_id = $1 order by m.joined_at, c.id`,
  },
  {
    name: "question-sets.json",
    values: ofUser,
    query: `select s.id, s.title, s.created_at, s.updated_at, s.archived_at,
        (select coalesce(jsonb_agg(jsonb_build_object('position', i.position, 'question_id', i.question_id, 'points', i.points) order by i.position), '[]')
         from question_set_item i where i.set_id = s.id) as questions
      from question_set s where s.owner_id = $1 order by s.created_at, s.id`,
  },
  {
    name: "question-lists.json",
    values: ofSubject,
    query: `select l.name, l.created_at, l.updated_at, l.deleted_at,
        array(select i.question_id from question_list_item i where i.list_id = l.id order by i.position) as questions
      from question_list l where l.subject_id = $1 order by l.position, l.created_at`,
  },
  {
    name: "written-questions.json",
    values: ofUser,
    query: `select question_id, number, status, created_at, published_at, author_id = $1 as written_by_me, published_by = $1 as published_by_me
      from question_version where author_id = $1 or published_by = $1 order by created_at, id`,
  },
  {
    name: "who-looked.json",
    values: ofUser,
    query: `select v.name as viewer, d.viewer_role, d.what, a.title as assignment, c.name as class, d.day, d.times, d.first_at, d.last_at
      from data_access d left join "user" v on v.id = d.viewer_id left join assignment a on a.id = nullif(d.context, '')::uuid
        left join class c on c.id = coalesce(a.class_id, nullif(d.context, '')::uuid)
      where d.user_id = $1 order by d.last_at, d.id`,
  },
  {
    name: "audit-trail.json",
    values: ofUser,
    // what the account did, what was done to it, and what was said of it; another person's values stay theirs
    query: `select e.at, e.action, e.actor_id = $1::uuid as by_me, e.resource_kind = 'user' and e.resource_id = $1::uuid::text as about_me, e.resource_kind,
        case when e.actor_id = $1::uuid and e.resource_kind <> 'user' then e.resource_id end as resource_id,
        (select jsonb_object_agg(p.field, p.value) from audit_personal p where p.audit_id = e.id and p.user_id = $1::uuid) as personal
      from audit_entry e
      where e.actor_id = $1::uuid or (e.resource_kind = 'user' and e.resource_id = $1::uuid::text) or exists (select 1 from audit_personal p where p.audit_id = e.id and p.user_id = $1::uuid)
      order by e.id`,
  },
];
