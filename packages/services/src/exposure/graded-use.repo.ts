import { type GradedUse, isWithholding, mayReveal } from "@tidao/access";
import { named, pool, type Queryable } from "@tidao/prisma";

/**
 * How many attempts a learner has of assignment `a` with override `o`: one that was started stays theirs when the
 * instructor lowers the number.
 */
export const allowedAttempts = (started: string) => `greatest(coalesce(o.attempts, a.attempts), ${started})`;

/** When an attempt ended: handed in, or its feedback opened, after which no answer to it could count. */
export const attemptOver = `coalesce(finished_at, feedback_opened_at)`;

/** Since when the learner may know what assignment `a` asks: `t.first` is when they began, null before. */
const seenFrom = `least(coalesce(o.opens_at, a.opens_at), t.first)`;

/**
 * What was due before this for the class is past for the learner too: now, or the due time of what was extended for them and
 * is still open. By it the index finds the few that matter of all that a class was ever assigned.
 */
const dueFrom = (user: string, now: string) => `(select least(${now}::timestamptz, min(extended.due_at)) from assignment_override more
  join assignment extended on extended.id = more.assignment_id where more.user_id = ${user} and more.due_at > ${now})`;

/**
 * The learner's assignments that are not past their due time, with the learner's override applied, as rows of
 * (assignment_id, use). Past ones can no longer withhold anything. Who left the class while one was open is held to it
 * until its due time: the join code lets them back in, and they would come with the key. So does an archived one, which may
 * be brought back. Who has started has seen the questions: a later opening time does not set them free.
 */
export const gradedUses = (user: string, subject: string, now: string) => `
  select a.id as assignment_id, json_build_object(
    'opensAt', ${seenFrom}, 'dueAt', coalesce(o.due_at, a.due_at), 'feedback', a.feedback,
    'attempts', ${allowedAttempts("t.started")}, 'finishedAttempts', t.over
  ) as use
  from class_member m
  join assignment a on a.class_id = m.class_id and a.due_at >= ${dueFrom(user, now)}
  left join assignment_override o on o.assignment_id = a.id and o.user_id = m.user_id
  cross join lateral (select count(*) as started, count(${attemptOver}) as over, min(started_at) as first
    from attempt where assignment_id = a.id and subject_id = ${subject}) t
  where m.user_id = ${user} and m.role = 'learner' and coalesce(o.due_at, a.due_at) > ${now}
    and (m.left_at is null or m.left_at >= ${seenFrom})`;

export type GradedUseJson = Omit<GradedUse, "opensAt" | "dueAt"> & { opensAt: string; dueAt: string };
export const toGradedUse = (json: GradedUseJson): GradedUse => ({ ...json, opensAt: new Date(json.opensAt), dueAt: new Date(json.dueAt) });

/** Questions that an open assignment withholds from this learner's practice, reviews, search and feedback. */
export async function listWithheldQuestionIds(
  learner: { id: string; subjectId: string },
  now: Date,
  connection: Queryable = pool,
): Promise<string[]> {
  const { rows } = await connection.query<{ use: GradedUseJson; ids: string[] }>(
    named(
      `select u.use, array(select question_id from assignment_item where assignment_id = u.assignment_id) as ids
       from (${gradedUses("$1", "$2", "$3")}) u`,
      [learner.id, learner.subjectId, now],
    ),
  );
  return [...new Set(rows.filter((row) => isWithholding(toGradedUse(row.use), now)).flatMap((row) => row.ids))];
}

/** Whether the key of one question may be shown to this learner now. */
export async function mayRevealQuestion(
  learner: { id: string; subjectId: string },
  questionId: string,
  now: Date,
  connection: Queryable = pool,
): Promise<boolean> {
  const { rows } = await connection.query<{ use: GradedUseJson }>(
    named(
      `select u.use from (${gradedUses("$1", "$2", "$3")}) u
       join assignment_item i on i.assignment_id = u.assignment_id and i.question_id = $4`,
      [learner.id, learner.subjectId, now, questionId],
    ),
  );
  return mayReveal(rows.map((row) => toGradedUse(row.use)), now);
}
