import { named, pool } from "@tidao/prisma";
import { inScope } from "../search/in-scope";

export interface ActivityDay {
  date: string;
  answers: number;
  right: number;
  seconds: number;
  /** Answers to learned cards a day or more after they were seen: how many, recalled, and how many should have been. */
  reviews: number;
  recalled: number;
  expected: number;
}
/** The learner's days since a date, oldest first; at most a row a day. */
export async function listActivity(subjectId: string, since: string): Promise<ActivityDay[]> {
  const { rows } = await pool.query<ActivityDay>(
    named(
      `select local_date as date, answers, "right", seconds, reviews, recalled, expected_micro::float8 / 1000000 as expected
       from daily_activity where subject_id = $1 and local_date >= $2 order by local_date`,
      [subjectId, since],
    ),
  );
  return rows;
}

const ofDays = `unnest(s.days, s.day_answers, s.day_right, s.day_seconds, s.day_reviews, s.day_recalled, s.day_expected_micro)
  as d(day, answers, "right", seconds, reviews, recalled, expected)`;
/** Only days since a date; a question whose last day lies before it is not looked into. */
const daysSince = (date: string) => `s.days[cardinality(s.days)] >= ${date}::date - date '1970-01-01' and d.day >= ${date}::date - date '1970-01-01'`;

/** The same days of some questions only, from what each of them keeps of its own days. */
export async function listActivityOf(subjectId: string, questionIds: readonly string[], since: string): Promise<ActivityDay[]> {
  const { rows } = await pool.query<ActivityDay>(
    named(
      `select (date '1970-01-01' + d.day)::text as date, sum(d.answers)::int as answers, sum(d."right")::int as "right", sum(d.seconds)::int as seconds,
         sum(d.reviews)::int as reviews, sum(d.recalled)::int as recalled, sum(d.expected)::float8 / 1000000 as expected
       from question_state s, ${ofDays}
       where s.subject_id = $1 and ${inScope("$2", "s.question_id")} and ${daysSince("$3")} group by d.day order by d.day`,
      [subjectId, questionIds, since],
    ),
  );
  return rows;
}

export interface TopicAnswers {
  topicSlug: string;
  answers: number;
  right: number;
}
/** How some questions were answered since a date, by topic. */
export async function listTopicAnswersOf(subjectId: string, questionIds: readonly string[], since: string): Promise<TopicAnswers[]> {
  const { rows } = await pool.query<TopicAnswers>(
    named(
      `select q.topic_slug as "topicSlug", sum(d.answers)::int as answers, sum(d."right")::int as "right"
       from question_state s join question q on q.id = s.question_id, ${ofDays}
       where s.subject_id = $1 and ${inScope("$2", "s.question_id")} and ${daysSince("$3")} group by q.topic_slug`,
      [subjectId, questionIds, since],
    ),
  );
  return rows;
}

export interface TopicChange {
  topicSlug: string;
  answers: number;
  right: number;
  levelBefore: number;
  levelNow: number;
  ratingBefore: number;
  ratingNow: number;
}
/**
 * What the days since a date changed, by topic: each day keeps where it found the topic, so only those days are read. Where the
 * topic stands now is its mastery itself, which a placement and the answers of other topics move as well.
 */
export async function listTopicChanges(subjectId: string, since: string): Promise<TopicChange[]> {
  const { rows } = await pool.query<TopicChange>(
    named(
      `select d.topic_slug as "topicSlug", sum(d.answers)::int as answers, sum(d."right")::int as "right",
         (array_agg(d.level_before order by d.local_date))[1] as "levelBefore", coalesce(m.level, (array_agg(d.level order by d.local_date desc))[1]) as "levelNow",
         (array_agg(d.rating_before order by d.local_date))[1] as "ratingBefore", coalesce(m.rating, (array_agg(d.rating order by d.local_date desc))[1]) as "ratingNow"
       from topic_day d left join topic_mastery m on m.subject_id = d.subject_id and m.topic_slug = d.topic_slug
       where d.subject_id = $1 and d.local_date >= $2 group by d.topic_slug, m.level, m.rating`,
      [subjectId, since],
    ),
  );
  return rows;
}
