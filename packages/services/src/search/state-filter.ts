import type { State } from "./query-words";

/** Points below this are "wrong": the line that practice and reviews draw. */
const enough = 0.5;

/** What a state means for the question `question`, as SQL over `$subject` and `$now`. Only of the learner's own rows. */
export function stateCondition(state: State, question: string, subject: string, now: string): string {
  const answered = (more: string) =>
    `exists (select 1 from question_state s where s.subject_id = ${subject} and s.question_id = ${question}${more})`;
  switch (state) {
    case "due":
      return `exists (select 1 from review_card c where c.subject_id = ${subject} and c.question_id = ${question} and c.due <= ${now} and c.suspended_at is null)`;
    case "wrong":
      return answered(` and s.last_points < ${enough} and s.last_verdict <> 'pending'`);
    case "right":
      return answered(` and s.last_verdict = 'right'`);
    case "misconception":
      return answered(` and s.last_misconceptions <> '{}'`);
    case "new":
      return `not ${answered("")}`;
    case "bookmarked":
      return `exists (select 1 from bookmark b where b.subject_id = ${subject} and b.question_id = ${question})`;
    case "noted":
      return `exists (select 1 from search_document n where n.subject_id = ${subject} and n.kind = 'note' and n.question_id = ${question})`;
  }
}
