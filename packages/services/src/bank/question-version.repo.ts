import type { RenderedQuestion } from "@tidao/content/render";
import type { QuestionKind, QuestionSpec } from "@tidao/grading";
import { DomainError, type Bilingual } from "@tidao/kernel";
import { named, pool, type Queryable } from "@tidao/prisma";
import { LRUCache } from "lru-cache";

/** A published version: immutable, therefore kept in memory by its id. */
export interface PublishedVersion {
  id: string;
  questionId: string;
  number: number;
  kind: QuestionKind;
  topicSlug: string;
  objective: string;
  difficulty: number;
  expectedSeconds: number;
  spec: QuestionSpec;
  /** Null for parameterised questions, which are rendered by variant. */
  rendered: Bilingual<RenderedQuestion> | null;
}

const columns = `id, question_id as "questionId", number, kind, topic_slug as "topicSlug", objective, difficulty,
  expected_seconds as "expectedSeconds", spec, rendered`;
const versions = new LRUCache<string, PublishedVersion>({ max: 3000 });

/**
 * @param connection the caller's transaction, where there is one: who holds a connection must not wait for another
 * @throws NOT_FOUND for an unknown id and for a version that was never published
 */
export async function getPublishedVersion(id: string, connection: Queryable = pool): Promise<PublishedVersion> {
  const known = versions.get(id);
  if (known) return known;
  const { rows } = await connection.query<PublishedVersion>(
    named(`select ${columns} from question_version where id = $1 and status = 'published'`, [id]),
  );
  const version = rows[0];
  if (!version) throw new DomainError("NOT_FOUND", { what: "question" });
  versions.set(id, version);
  return version;
}

/** Several at once, in the order asked for; one query for those not in memory. */
export async function getPublishedVersions(ids: readonly string[], connection: Queryable = pool): Promise<PublishedVersion[]> {
  const missing = ids.filter((id) => !versions.has(id));
  if (missing.length) {
    const { rows } = await connection.query<PublishedVersion>(
      named(`select ${columns} from question_version where id = any($1) and status = 'published'`, [missing]),
    );
    for (const row of rows) versions.set(row.id, row);
  }
  return Promise.all(ids.map((id) => getPublishedVersion(id, connection)));
}
