import type { QuestionSpec } from "@tidao/grading";
import type { Bilingual, Locale } from "@tidao/kernel";
import { type Connection, named, type Queryable } from "@tidao/prisma";
import type { TopicBody } from "../course/course-words.repo";
import type { PathBody } from "../course/topic.repo";

export interface TopicText {
  slug: string;
  body: TopicBody;
  /** Markdown of the newest lesson; null where there is none yet. */
  lesson: Bilingual | null;
}
export async function readTopicTexts(connection: Connection): Promise<TopicText[]> {
  const { rows } = await connection.query<TopicText>(
    `select t.slug, t.body, (select l.source from lesson_version l where l.topic_slug = t.slug order by l.number desc limit 1) as lesson
     from topic t where t.archived_at is null`,
  );
  return rows;
}

export interface QuestionText {
  id: string;
  topicSlug: string;
  kind: string;
  difficulty: number;
  stem: QuestionSpec["stem"];
}
/** What learners can be asked; one question, or all. Of the spec only the stem is read: nothing else of it may be found. */
export async function readQuestionTexts(connection: Queryable, id: string | null): Promise<QuestionText[]> {
  const { rows } = await connection.query<QuestionText>(
    named(
      `select q.id, q.topic_slug as "topicSlug", v.kind, v.difficulty, v.spec->'stem' as stem
       from question q join question_version v on v.id = q.published_version_id where $1::text is null or q.id = $1`,
      [id],
    ),
  );
  return rows;
}

export interface TermText {
  id: string;
  body: { term: Bilingual; also?: Partial<Record<Locale, string[]>>; definition: Bilingual; topic: string };
}
export async function readTermTexts(connection: Queryable): Promise<TermText[]> {
  const { rows } = await connection.query<TermText>(`select id, body from glossary_term where archived_at is null order by id`);
  return rows;
}

export async function readPathTexts(connection: Connection): Promise<{ slug: string; body: PathBody }[]> {
  const { rows } = await connection.query<{ slug: string; body: PathBody }>(`select slug, body from path where archived_at is null`);
  return rows;
}
