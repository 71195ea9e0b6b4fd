import { named, type Queryable } from "@tidao/prisma";
import type { Card } from "@tidao/scheduling";
import type { DayState, LearnerSlice, MasteryState, TopicDayState } from "./fold";
import type { QuestionStateValue } from "./fold-question";
import { firstLatestDay, latestDays, type QuestionDayColumns, questionDayColumns, replaceLatestDays, toQuestionDays } from "./question-days";
import { schedulingOf, wishesFrom } from "./review-wishes";

/** Which rows of a learner's state one answer touches. */
export interface SliceKey {
  subjectId: string;
  questionId: string;
  topicSlug: string;
  objectiveId: string;
  localDate: string;
}

type Row = Record<string, unknown>;
export const toCard = (row: Row): Card => ({
  due: new Date(row.due as string),
  stability: row.stability as number,
  difficulty: row.difficulty as number,
  scheduledDays: row.scheduled_days as number,
  learningSteps: row.learning_steps as number,
  reps: row.reps as number,
  lapses: row.lapses as number,
  state: row.state as Card["state"],
  lastReview: row.last_review ? new Date(row.last_review as string) : null,
});
const toMastery = (row: Row): MasteryState => ({
  rating: row.rating as number,
  answers: row.answers as number,
  right: row.right as number,
  microPoints: Number(row.micro_points ?? 0),
  seconds: Number(row.seconds ?? 0),
  updatedAt: new Date(row.updated_at as string),
  level: row.level as MasteryState["level"],
});
const toDay = (row: Row): DayState => ({
  answers: row.answers as number,
  right: row.right as number,
  microPoints: Number(row.micro_points),
  seconds: row.seconds as number,
  reviews: row.reviews as number,
  recalled: row.recalled as number,
  expectedMicro: Number(row.expected_micro),
});
const toTopicDay = (row: Row): TopicDayState => ({
  answers: row.answers as number,
  right: row.right as number,
  microPoints: Number(row.micro_points),
  seconds: row.seconds as number,
  rating: row.rating as number,
  level: row.level as TopicDayState["level"],
  ratingBefore: row.rating_before as number,
  levelBefore: row.level_before as TopicDayState["level"],
});
const toQuestion = (row: Row): QuestionStateValue => ({
  answers: row.answers as number,
  right: row.right as number,
  microPoints: Number(row.micro_points),
  seconds: row.seconds as number,
  confidenceAnswers: row.confidence_answers as number[],
  confidenceRight: row.confidence_right as number[],
  reviews: row.reviews as number,
  recalled: row.recalled as number,
  lastMisconceptions: row.last_misconceptions as string[],
  lastVerdict: row.last_verdict as QuestionStateValue["lastVerdict"],
  lastPoints: row.last_points as number,
  lastSubmission: row.last_submission as string,
  lastAt: new Date(row.last_at as string),
  days: toQuestionDays(row as unknown as QuestionDayColumns),
});

/**
 * Columns of a read that brings one slice as JSON; the parameters are $1 subject, $2 question, $3 topic, $4 objective, $5 day.
 * @param prerequisites SQL of the topics that this one stands on, a text[]
 */
export const sliceColumns = (prerequisites: string) => `
  (select to_json(c) from review_card c where c.subject_id = $1 and c.question_id = $2) as card,
  (select to_json(t) from topic_mastery t where t.subject_id = $1 and t.topic_slug = $3) as topic,
  (select to_json(o) from objective_mastery o where o.subject_id = $1 and o.objective_id = $4) as objective,
  (select to_json(d) from daily_activity d where d.subject_id = $1 and d.local_date = $5) as day,
  (select to_json(t) from topic_day t where t.subject_id = $1 and t.local_date = $5 and t.topic_slug = $3) as topic_day,
  (select to_json(h) from (select q.answers, q."right", q.micro_points, q.seconds, q.confidence_answers, q.confidence_right, q.reviews, q.recalled,
      q.last_misconceptions, q.last_verdict, q.last_points, q.last_submission, q.last_at, ${latestDays("q", "latest.day")}
    from question_state q cross join lateral (select ${firstLatestDay("q", "$5")} as day offset 0) latest where q.subject_id = $1 and q.question_id = $2) h) as question,
  (select json_agg(to_json(t)) from topic_mastery t where t.subject_id = $1 and t.topic_slug = any((${prerequisites})::text[])) as prerequisites,
  (select to_json(w) from review_settings w where w.subject_id = $1) as wishes`;
export type SliceColumns = Record<"card" | "topic" | "objective" | "day" | "topic_day" | "question" | "wishes", Row | null> & { prerequisites: Row[] | null };

export const sliceFrom = (row: SliceColumns): LearnerSlice => ({
  card: row.card ? toCard(row.card) : undefined,
  topic: row.topic ? toMastery(row.topic) : undefined,
  objective: row.objective ? toMastery(row.objective) : undefined,
  day: row.day ? toDay(row.day) : undefined,
  topicDay: row.topic_day ? toTopicDay(row.topic_day) : undefined,
  question: row.question ? toQuestion(row.question) : undefined,
  prerequisites: Object.fromEntries((row.prerequisites ?? []).map((held) => [held.topic_slug as string, toMastery(held)])),
  scheduling: row.wishes ? schedulingOf(wishesFrom(row.wishes)) : undefined,
});

/** Rows of the derived tables, named as their columns are. */
export interface StateRows {
  cards: Row[];
  topics: Row[];
  objectives: Row[];
  days: Row[];
  topicDays: Row[];
  questions: Row[];
}
export const noState = (): StateRows => ({ cards: [], topics: [], objectives: [], days: [], topicDays: [], questions: [] });

const topicRow = (subject_id: string, topic_slug: string, topic: MasteryState): Row => ({
  subject_id, topic_slug, rating: topic.rating, answers: topic.answers, right: topic.right,
  micro_points: topic.microPoints, seconds: topic.seconds, updated_at: topic.updatedAt, level: topic.level,
});

export function addSlice(rows: StateRows, key: SliceKey, slice: Partial<LearnerSlice>): StateRows {
  const subject_id = key.subjectId;
  const { card, topic, objective, day, topicDay, question, prerequisites = {} } = slice;
  if (card)
    rows.cards.push({
      subject_id, question_id: key.questionId, topic_slug: key.topicSlug, due: card.due, stability: card.stability,
      difficulty: card.difficulty, scheduled_days: card.scheduledDays, learning_steps: card.learningSteps, reps: card.reps,
      lapses: card.lapses, state: card.state, last_review: card.lastReview,
      // kept from the first insert: an update of the row leaves it alone
      begun_at: card.lastReview,
    });
  if (topic) rows.topics.push(topicRow(subject_id, key.topicSlug, topic));
  for (const [slug, held] of Object.entries(prerequisites)) rows.topics.push(topicRow(subject_id, slug, held));
  if (objective)
    rows.objectives.push({
      subject_id, objective_id: key.objectiveId, topic_slug: key.topicSlug, rating: objective.rating,
      answers: objective.answers, right: objective.right, updated_at: objective.updatedAt, level: objective.level,
    });
  if (day)
    rows.days.push({
      subject_id, local_date: key.localDate, answers: day.answers, right: day.right, micro_points: day.microPoints, seconds: day.seconds,
      reviews: day.reviews, recalled: day.recalled, expected_micro: day.expectedMicro,
    });
  if (topicDay)
    rows.topicDays.push({
      subject_id, topic_slug: key.topicSlug, local_date: key.localDate, answers: topicDay.answers, right: topicDay.right,
      micro_points: topicDay.microPoints, seconds: topicDay.seconds, rating: topicDay.rating, level: topicDay.level,
      rating_before: topicDay.ratingBefore, level_before: topicDay.levelBefore,
    });
  if (question)
    rows.questions.push({
      subject_id, question_id: key.questionId, topic_slug: key.topicSlug, objective_id: key.objectiveId,
      answers: question.answers, last_verdict: question.lastVerdict, last_points: question.lastPoints,
      last_submission: question.lastSubmission, last_at: question.lastAt, right: question.right, micro_points: question.microPoints,
      seconds: question.seconds, confidence_answers: question.confidenceAnswers, confidence_right: question.confidenceRight,
      reviews: question.reviews, recalled: question.recalled, last_misconceptions: question.lastMisconceptions,
      ...questionDayColumns(question.days),
    });
  return rows;
}

const replace = (columns: string[]) => columns.map((c) => `"${c}" = excluded."${c}"`).join(", ");
/** How a row takes the place of the one before it. */
const tables: Record<keyof StateRows, { table: string; key: string; replaced: string }> = {
  cards: {
    table: "review_card", key: "subject_id, question_id",
    replaced: replace(["due", "stability", "difficulty", "scheduled_days", "learning_steps", "reps", "lapses", "state", "last_review"]),
  },
  topics: {
    table: "topic_mastery", key: "subject_id, topic_slug",
    replaced: replace(["rating", "answers", "right", "micro_points", "seconds", "updated_at", "level"]),
  },
  objectives: {
    table: "objective_mastery", key: "subject_id, objective_id",
    replaced: replace(["rating", "answers", "right", "updated_at", "level"]),
  },
  days: {
    table: "daily_activity", key: "subject_id, local_date",
    replaced: replace(["answers", "right", "micro_points", "seconds", "reviews", "recalled", "expected_micro"]),
  },
  topicDays: {
    table: "topic_day", key: "subject_id, local_date, topic_slug",
    replaced: replace(["answers", "right", "micro_points", "seconds", "rating", "level"]),
  },
  questions: {
    table: "question_state", key: "subject_id, question_id",
    replaced: `${replace(["topic_slug", "objective_id", "answers", "last_verdict", "last_points", "last_submission", "last_at", "right", "micro_points", "seconds", "confidence_answers", "confidence_right", "reviews", "recalled", "last_misconceptions"])}, ${replaceLatestDays("question_state")}`,
  },
};

/**
 * CTEs that write state rows, each followed by a comma; a table without rows has none. One row, as an answer writes it, is
 * sent as parameters: PostgreSQL takes 11 µs less for each than for JSON, as which several are sent.
 * @param values where the parameters are added
 * @param from a CTE without whose row nothing is written
 */
export function stateCtes(rows: StateRows, values: unknown[], from?: string): string {
  let ctes = "";
  for (const [name, { table, key, replaced }] of Object.entries(tables)) {
    const list = rows[name as keyof StateRows];
    const [row] = list;
    if (!row) continue;
    let source: string;
    if (list.length === 1) {
      const columns = Object.keys(row);
      source = `(${columns.map((column) => `"${column}"`).join(", ")}) select ${columns.map((column) => `$${values.push(row[column])}`).join(", ")}${from ? ` from ${from}` : ""}`;
    } else {
      source = `select r.* from ${from ? `${from}, ` : ""}jsonb_populate_recordset(null::${table}, $${values.push(JSON.stringify(list))}) r`;
    }
    ctes += `${name} as (insert into ${table} ${source} on conflict (${key}) do update set ${replaced}),\n  `;
  }
  return ctes;
}

/** Writes state rows by themselves: what `rebuild` does. */
export async function saveState(connection: Queryable, rows: StateRows): Promise<void> {
  const values: unknown[] = [];
  await connection.query(named(`with ${stateCtes(rows, values)}done as (select 1) select 1`, values));
}
