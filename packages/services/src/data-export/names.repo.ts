import type { Locale } from "@tidao/kernel";
import { named, type Queryable } from "@tidao/prisma";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersions } from "../bank/question-version.repo";

/** What the course calls its topics. */
export async function findTopicTitles(locale: Locale, connection: Queryable): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ slug: string; title: string }>(named(`select slug, body->'title'->>$1 as title from topic`, [locale]));
  return new Map(rows.map(({ slug, title }) => [slug, title]));
}

/** What questions ask, by their ids, as they were last published; of a parameterised one a variant of it. */
export async function findStems(questionIds: readonly string[], locale: Locale, connection: Queryable): Promise<Map<string, string>> {
  if (questionIds.length === 0) return new Map();
  const { rows } = await connection.query<{ id: string }>(
    named(`select distinct on (question_id) id from question_version where question_id = any($1) and status = 'published' order by question_id, number desc`, [questionIds]),
  );
  const versions = await getPublishedVersions(rows.map(({ id }) => id), connection);
  return new Map(versions.map((version) => [version.questionId, instantiateVersion(version, 0).stem[locale]]));
}
