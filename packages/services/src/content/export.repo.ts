import type { CourseContent } from "@tidao/content";
import { named, pool } from "@tidao/prisma";

type Topic = CourseContent["topics"][number];
type TopicRow = Omit<Topic, "lessons" | "questions" | "figures"> & {
  areaTitle: { zh: string; en: string };
  areaPosition: number;
  lesson: { zh: string; en: string; figures: Record<string, string> } | null;
  questions: Topic["questions"];
};

/** The bank as it stands: current texts of topics, lessons, paths, sources, the glossary and published questions. */
export async function readCourseContent(): Promise<CourseContent> {
  const { rows } = await pool.query<TopicRow>(
    named(
      `select t.slug, t.number, t.area, t.prerequisites, t.body->'title' as title, t.body->'summary' as summary, t.body->'objectives' as objectives,
         t.body->'misconceptions' as misconceptions, t.body->'areaTitle' as "areaTitle",
         (t.body->>'areaPosition')::int as "areaPosition",
         (select source from lesson_version l where l.topic_slug = t.slug order by number desc limit 1) as lesson,
         coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'spec', v.spec) order by q.id) from question q
           join question_version v on v.id = q.published_version_id where q.topic_slug = t.slug), '[]') as questions
       from topic t where t.archived_at is null order by t.number`,
      [],
    ),
  );
  const paths = await pool.query<{ slug: string; body: Omit<CourseContent["paths"][number], "slug"> }>(
    named(`select slug, body from path where archived_at is null order by position`, []),
  );
  const sources = await pool.query<{ id: string; body: Omit<CourseContent["sources"][number], "id"> }>(
    named(`select id, body from source where archived_at is null order by id`, []),
  );
  const glossary = await pool.query<{ id: string; body: Omit<CourseContent["glossary"][number], "id"> }>(
    named(`select id, body from glossary_term where archived_at is null order by id`, []),
  );
  const areas = new Map(rows.toSorted((a, b) => a.areaPosition - b.areaPosition).map((row) => [row.area, row.areaTitle]));
  return {
    areas: [...areas].map(([id, title]) => ({ id, title })),
    topics: rows.map(({ areaTitle: _title, areaPosition: _position, lesson, ...topic }) => ({
      ...topic,
      lessons: lesson ? { zh: { source: lesson.zh }, en: { source: lesson.en } } : {},
      figures: lesson?.figures ?? {},
    })),
    paths: paths.rows.map(({ slug, body }) => ({ slug, ...body })),
    sources: sources.rows.map(({ id, body }) => ({ id, ...body })),
    glossary: glossary.rows.map(({ id, body }) => ({ id, ...body })),
  };
}
