import { named, pool } from "@tidao/prisma";

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

/** The same days in some topics only; what was reviewed is not known by topic and day. */
export async function listActivityIn(subjectId: string, topics: readonly string[], since: string): Promise<ActivityDay[]> {
  const { rows } = await pool.query<ActivityDay>(
    named(
      `select local_date as date, sum(answers)::int as answers, sum("right")::int as "right", sum(seconds)::int as seconds, 0 as reviews, 0 as recalled, 0 as expected
       from topic_day where subject_id = $1 and local_date >= $2 and topic_slug = any($3) group by local_date order by local_date`,
      [subjectId, since, topics],
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
/** What the days since a date changed, by topic: each day keeps where it found the topic, so only those days are read. */
export async function listTopicChanges(subjectId: string, since: string): Promise<TopicChange[]> {
  const { rows } = await pool.query<TopicChange>(
    named(
      `select topic_slug as "topicSlug", sum(answers)::int as answers, sum("right")::int as "right",
         (array_agg(level_before order by local_date))[1] as "levelBefore", (array_agg(level order by local_date desc))[1] as "levelNow",
         (array_agg(rating_before order by local_date))[1] as "ratingBefore", (array_agg(rating order by local_date desc))[1] as "ratingNow"
       from topic_day where subject_id = $1 and local_date >= $2 group by topic_slug`,
      [subjectId, since],
    ),
  );
  return rows;
}
