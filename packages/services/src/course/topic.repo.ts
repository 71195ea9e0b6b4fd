import type { Bilingual, Locale } from "@tidao/kernel";
import type { MasteryLevel } from "@tidao/measurement";
import { named, pool } from "@tidao/prisma";
import { linkTerms } from "@tidao/content/render";
import { LRUCache } from "lru-cache";
import { listTermRows } from "../glossary/glossary.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import type { TopicBody } from "./course-words.repo";

export interface TopicRow {
  slug: string;
  number: number;
  area: string;
  body: TopicBody;
  prerequisites: string[];
  questions: number;
  hasLesson: boolean;
  rating: number | null;
  level: MasteryLevel;
  answers: number;
  right: number;
  seen: number;
  due: number;
  lessonReadAt: Date | null;
  skippedAt: Date | null;
}

const topicRows = `
  select t.slug, t.number, t.area, t.source_hash as hash, t.prerequisites,
    (select count(*)::int from question q where q.topic_slug = t.slug and q.published_version_id is not null) as questions, exists (select 1 from lesson_version l where l.topic_slug = t.slug) as "hasLesson",
    m.rating, coalesce(m.level, 0) as level, coalesce(m.answers, 0) as answers, coalesce(m."right", 0) as "right",
    coalesce(s.n, 0) as seen, coalesce(c.n, 0) as due, r.last_at as "lessonReadAt", k.skipped_at as "skippedAt"
  from topic t
  left join topic_mastery m on m.subject_id = $1 and m.topic_slug = t.slug
  left join (select q.topic_slug, count(*)::int as n from question_state a join question q on q.id = a.question_id and q.published_version_id is not null
    where a.subject_id = $1 group by q.topic_slug) s on s.topic_slug = t.slug
  left join (select q.topic_slug, count(*)::int as n from review_card r join question q on q.id = r.question_id and q.published_version_id is not null
    where r.subject_id = $1 and r.due <= $2 and r.suspended_at is null and r.question_id <> all($3::text[]) group by q.topic_slug) c on c.topic_slug = t.slug
  left join lesson_read r on r.subject_id = $1 and r.topic_slug = t.slug
  left join topic_skip k on k.subject_id = $1 and k.topic_slug = t.slug
  where t.archived_at is null`;

/**
 * All topics with what one learner did in each; the bank has thirty. Null, for someone signed out, gives the bare course.
 * @param withheld where the caller has asked for it already
 */
export async function listTopicRows(
  learner: { id: string; subjectId: string } | null,
  now: Date,
  withheld: Promise<string[]> = learner ? listWithheldQuestionIds(learner, now) : Promise.resolve([]),
): Promise<TopicRow[]> {
  const { rows } = await pool.query<Omit<TopicRow, "body"> & { hash: string }>(
    // a question that an open assignment holds is not due: it could not be asked
    named(`${topicRows} order by t.number`, [learner?.subjectId ?? null, now, await withheld]),
  );
  return withBodies(rows);
}

/** Of the same rows one topic's, its prerequisites', its neighbours' and those of the named ones. */
const rowsAround = `${topicRows} and (
  t.slug = $4 or t.slug = any($5::text[]) or t.slug in (select unnest(prerequisites) from topic where slug = $4)
  or t.number = (select max(b.number) from topic b, topic o where o.slug = $4 and b.number < o.number and b.archived_at is null)
  or t.number = (select min(a.number) from topic a, topic o where o.slug = $4 and a.number > o.number and a.archived_at is null))
  order by t.number`;

/**
 * A topic with what decides over its state, what stands beside it and the named others: enough to show it without the other
 * twenty.
 */
export async function listTopicRowsAround(
  learner: { id: string; subjectId: string },
  slug: string,
  others: readonly string[],
  now: Date,
): Promise<TopicRow[]> {
  const withheld = await listWithheldQuestionIds(learner, now);
  const { rows } = await pool.query<Omit<TopicRow, "body"> & { hash: string }>(
    named(rowsAround, [learner.subjectId, now, withheld, slug, others]),
  );
  // behind a prerequisite that has no questions yet, those before it count in its place
  const apart = rows.some((row) => row.questions === 0 && row.slug !== slug);
  return apart ? listTopicRows(learner, now) : withBodies(rows);
}

async function withBodies(rows: (Omit<TopicRow, "body"> & { hash: string })[]): Promise<TopicRow[]> {
  const bodies = await topicBodies(rows);
  return rows.map(({ hash: _, ...row }, index) => ({ ...row, body: bodies[index]! }));
}

/** What topics say, by the hash of their file: read once for each import, not for each request. */
const knownBodies = new LRUCache<string, TopicBody>({ max: 500 });
async function topicBodies(topics: { slug: string; hash: string }[]): Promise<TopicBody[]> {
  const key = ({ slug, hash }: { slug: string; hash: string }) => `${slug}|${hash}`;
  const missing = topics.filter((topic) => !knownBodies.has(key(topic)));
  if (missing.length) {
    const { rows } = await pool.query<{ slug: string; hash: string; body: TopicBody }>(
      named(`select slug, source_hash as hash, body from topic where slug = any($1)`, [missing.map((topic) => topic.slug)]),
    );
    for (const row of rows) knownBodies.set(key(row), row.body);
    // an import between the two reads: this request gets what was read last
    for (const topic of missing) {
      const row = rows.find(({ slug }) => slug === topic.slug);
      if (row && !knownBodies.has(key(topic))) knownBodies.set(key(topic), row.body);
    }
  }
  return topics.map((topic) => knownBodies.get(key(topic))!);
}

export interface RenderedLesson {
  html: string;
  headings: { id: string; level: 2 | 3; text: string; objective?: string }[];
  sourceIds: string[];
}
export interface LessonRow {
  id: string;
  rendered: RenderedLesson;
  /** Characters of its source in that language. */
  characters: number;
  at: Date;
}
/**
 * A lesson's version never changes: kept in memory by its id, with the links to the glossary that the last import brought;
 * which one is current is read each time.
 */
const knownLessons = new LRUCache<string, LessonRow>({ max: 120 });
export async function findLesson(topicSlug: string, locale: Locale): Promise<LessonRow | null> {
  const { rows } = await pool.query<{ id: string; digest: string | null }>(
    named(
      `select id, (select digest from bank_state where id = 1) as digest from lesson_version where topic_slug = $1 order by number desc limit 1`,
      [topicSlug],
    ),
  );
  const [current] = rows;
  if (!current) return null;
  const { id, digest } = current;
  const key = `${id}|${locale}|${digest}`;
  const known = knownLessons.get(key);
  if (known) return known;
  const read = await pool.query<LessonRow>(
    named(
      `select id, rendered->$2::text as rendered, length(source->>$2::text) as characters, created_at as at from lesson_version where id = $1`,
      [id, locale],
    ),
  );
  const [lesson] = read.rows;
  if (!lesson) return null;
  const terms = (await listTermRows(digest ?? "")).map(({ id, term, also, definition }) => ({
    id,
    forms: [term[locale], ...(also[locale] ?? [])],
    definition: definition[locale],
  }));
  const html = linkTerms(lesson.rendered.html, terms, locale, (id) => `/${locale}/glossary?term=${id}#${id}`);
  const linked = { ...lesson, rendered: { ...lesson.rendered, html } };
  knownLessons.set(key, linked);
  return linked;
}
/** How long a topic's lesson is, and what its published questions take: for an estimate before they are opened. */
export async function measureTopic(topicSlug: string, locale: Locale): Promise<{ characters: number | null; secondsPerQuestion: number | null }> {
  const { rows } = await pool.query<{ secondsPerQuestion: number | null }>(
    named(
      `select avg(v.expected_seconds)::float8 as "secondsPerQuestion" from question q
       join question_version v on v.id = q.published_version_id where q.topic_slug = $1`,
      [topicSlug],
    ),
  );
  const lesson = await findLesson(topicSlug, locale);
  return { characters: lesson?.characters ?? null, secondsPerQuestion: rows[0]?.secondsPerQuestion ?? null };
}

/** Questions of a topic that this learner has never answered and that can be asked. */
export async function countNewQuestions(subjectId: string, topicSlug: string, withheld: string[]): Promise<number> {
  const { rows } = await pool.query<{ questions: number }>(
    named(
      `select count(*)::int as questions from question q where q.topic_slug = $2 and q.published_version_id is not null and q.id <> all($3::text[])
         and not exists (select 1 from question_state s where s.subject_id = $1 and s.question_id = q.id)`,
      [subjectId, topicSlug, withheld],
    ),
  );
  return rows[0]?.questions ?? 0;
}

export async function listObjectiveProgress(subjectId: string, topicSlug: string) {
  const { rows } = await pool.query<{ objective: string; questions: number; level: MasteryLevel; answers: number }>(
    named(
      `select v.objective, count(*)::int as questions, coalesce(max(m.level), 0)::int as level, coalesce(max(m.answers), 0)::int as answers
       from question q join question_version v on v.id = q.published_version_id
       left join objective_mastery m on m.subject_id = $1 and m.objective_id = v.objective
       where q.topic_slug = $2 group by v.objective`,
      [subjectId, topicSlug],
    ),
  );
  return rows;
}

export interface PathBody {
  title: Bilingual;
  summary: Bilingual;
  audience: Bilingual;
  hours: number;
  steps: { topic: string; reason: Bilingual }[];
  closing: Bilingual;
}
export interface PathRow {
  slug: string;
  body: PathBody;
  startedAt: Date | null;
  /** YYYY-MM-DD, on the learner's calendar. */
  deadline: string | null;
}
export async function listPathRows(subjectId: string | null): Promise<PathRow[]> {
  const { rows } = await pool.query<PathRow>(
    named(
      `select p.slug, p.body, e.started_at as "startedAt", e.deadline from path p
       left join path_enrolment e on e.path_slug = p.slug and e.subject_id = $1
       where p.archived_at is null order by p.position`,
      [subjectId],
    ),
  );
  return rows;
}

/** Of the paths on which the learner is and that hold the topic, the one begun last: its topics in order. */
export async function findPathThrough(subjectId: string, topicSlug: string): Promise<string[] | null> {
  const { rows } = await pool.query<{ topics: string[] }>(
    named(
      `select array(select step->>'topic' from jsonb_array_elements(p.body->'steps') with ordinality as s(step, n) order by n) as topics
       from path_enrolment e join path p on p.slug = e.path_slug and p.archived_at is null
       where e.subject_id = $1 and p.body->'steps' @> jsonb_build_array(jsonb_build_object('topic', $2::text))
       order by e.started_at desc limit 1`,
      [subjectId, topicSlug],
    ),
  );
  return rows[0]?.topics ?? null;
}

export async function findLessonRead(subjectId: string, topicSlug: string): Promise<Date | null> {
  const { rows } = await pool.query<{ last_at: Date }>(
    named(`select last_at from lesson_read where subject_id = $1 and topic_slug = $2`, [subjectId, topicSlug]),
  );
  return rows[0]?.last_at ?? null;
}
