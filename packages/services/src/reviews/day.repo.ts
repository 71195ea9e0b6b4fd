import { named, pool } from "@tidao/prisma";
import { unseenReplies } from "../reports/report.repo";
import { inScope } from "../search/in-scope";
import { uncomparedQuestions } from "./uncompared.repo";
import { type ReviewWishes, wishesFrom } from "../learning-record/review-wishes";

export interface DueFilter {
  topic?: string | null;
  objective?: string | null;
  path?: string | null;
}
export interface DueQuestion {
  questionId: string;
  versionId: string;
  topic: string;
  objective: string;
  due: Date;
  stability: number;
  lastReview: Date | null;
  answers: number;
}
/** A card can be asked: its question is published, not withheld by an assignment, and the card is not set aside. */
const askable = (withheld: string) => `c.suspended_at is null and q.published_version_id is not null and c.question_id <> all(${withheld}::text[])`;

/** Everything that is due now and can be asked. A learner has as many cards as there are questions, some hundreds. */
export async function listDueQuestions(subjectId: string, withheld: string[], now: Date, filter: DueFilter = {}): Promise<DueQuestion[]> {
  const { rows } = await pool.query<DueQuestion>(
    named(
      `select q.id as "questionId", q.published_version_id as "versionId", q.topic_slug as topic, v.objective, c.due, c.stability,
         c.last_review as "lastReview", coalesce(s.answers, 0) as answers
       from review_card c
       join question q on q.id = c.question_id
       join question_version v on v.id = q.published_version_id
       left join question_state s on s.subject_id = c.subject_id and s.question_id = c.question_id
       where c.subject_id = $1 and c.due <= $2 and ${askable("$3")}
         and ($4::text is null or q.topic_slug = $4) and ($5::text is null or v.objective = $5)
         and ($6::text is null or q.topic_slug in (
           select step->>'topic' from path p, jsonb_array_elements(p.body->'steps') step where p.slug = $6 and p.archived_at is null))`,
      [subjectId, now, withheld, filter.topic ?? null, filter.objective ?? null, filter.path ?? null],
    ),
  );
  return rows;
}

export interface DayNumbers {
  wishes: ReviewWishes;
  /** Cards reviewed since the day began, each once; a question's first answer is not a review. */
  done: number;
  /** Due now and not reviewed today; due again within the steps of minutes. */
  due: number;
  again: number;
  /** Short answers that wait to be compared with their key points. */
  uncompared: number;
  /** The learner's reports that were answered since they last looked. */
  replies: number;
  /** All rated answers so far: what parameters could be fitted to. */
  reviews: number;
  /** The learner's own pace over all answers; null before the twentieth. */
  secondsPerAnswer: number | null;
  /** Share of points over all answers, likewise. */
  share: number | null;
}
/** Answers from which the learner's own pace and share are known. */
export const enoughForPace = 20;

/** The learner's day in one statement: what home and every review need. */
export async function readDay(subjectId: string, withheld: string[], start: Date, now: Date): Promise<DayNumbers> {
  const { rows } = await pool.query<Omit<DayNumbers, "wishes"> & { wishes: Record<string, unknown> | null }>(
    named(
      `select
         (select to_jsonb(w) from review_settings w where w.subject_id = $1) as wishes,
         (select count(*)::int from review_card where subject_id = $1 and last_review >= $3 and (begun_at is null or begun_at < $3)) as done,
         (select coalesce(sum(reps), 0)::int from review_card where subject_id = $1) as reviews,
         (select count(*)::int ${uncomparedQuestions("$1", "$2")}) as uncompared,
         (select count(*)::int from question_report r where ${unseenReplies("$1", "$2")}) as replies,
         d.due, d.again, m."secondsPerAnswer", m.share
       from (select count(*) filter (where c.last_review < $3)::int as due, count(*) filter (where c.last_review >= $3)::int as again
           from review_card c join question q on q.id = c.question_id
           where c.subject_id = $1 and c.due <= $4 and ${askable("$2")}) d,
         (select case when sum(answers) >= ${enoughForPace} then sum(seconds)::float8 / sum(answers) end as "secondsPerAnswer",
            case when sum(answers) >= ${enoughForPace} then sum(micro_points)::float8 / sum(answers) / 1000000 end as share
          from topic_mastery where subject_id = $1) m`,
      [subjectId, withheld, start, now],
    ),
  );
  const { wishes, ...numbers } = rows[0]!;
  return { ...numbers, wishes: wishesFrom(wishes) };
}

/** What each topic builds on; thirty rows. */
export async function readPrerequisites(): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ slug: string; prerequisites: string[] }>(
    named(`select slug, prerequisites from topic where archived_at is null order by number`, []),
  );
  return new Map(rows.map(({ slug, prerequisites }) => [slug, prerequisites]));
}

export interface CardOfForecast {
  due: Date;
  stability: number;
  difficulty: number;
  lastReview: Date | null;
  scheduledDays: number;
  learningSteps: number;
  reps: number;
  lapses: number;
  state: 0 | 1 | 2 | 3;
}
/** All cards that will be asked one day, or those of some questions only, for the forecast. */
export async function listAskableCards(subjectId: string, withheld: string[], questionIds: readonly string[] | null = null): Promise<CardOfForecast[]> {
  const { rows } = await pool.query<CardOfForecast>(
    named(
      `select c.due, c.stability, c.difficulty, c.last_review as "lastReview", c.scheduled_days as "scheduledDays",
         c.learning_steps as "learningSteps", c.reps, c.lapses, c.state
       from review_card c join question q on q.id = c.question_id
       where c.subject_id = $1 and ${askable("$2")} and ${inScope("$3", "c.question_id")}`,
      [subjectId, withheld, questionIds],
    ),
  );
  return rows;
}
