import { named, type Queryable } from "@tidao/prisma";
import type { VersionContent } from "./version-row";

export interface NewVersion {
  questionId: string;
  topicSlug: string;
  number: number;
  status: "draft" | "in_review" | "published";
  content: VersionContent;
  origin: "import" | "editor";
  authorId: string | null;
  correctsVersionId: string | null;
  note: string | null;
  at: Date;
}

/** @returns the id of the new version */
export async function insertVersion(connection: Queryable, v: NewVersion): Promise<string> {
  const { content: c } = v;
  const { rows } = await connection.query<{ id: string }>(
    named(
      `insert into question_version (question_id, topic_slug, number, status, kind, objective, difficulty, expected_seconds, misconceptions,
         spec, rendered, renderer_version, content_hash, search_text, origin, author_id, corrects_version_id, note, created_at, updated_at, published_at, published_by, revision)
       values ($1, $2, $3, $4::"VersionStatus", $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19,
         case when $4 = 'published' then $19::timestamptz end, case when $4 = 'published' then $16::uuid end,
         (select draft_revision + 1 from question where id = $1))
       returning id`,
      [
        v.questionId, v.topicSlug, v.number, v.status, c.kind, c.objective, c.difficulty, c.expectedSeconds, c.misconceptions,
        JSON.stringify(c.spec), c.rendered && JSON.stringify(c.rendered), c.rendererVersion, c.contentHash, c.searchText, v.origin,
        v.authorId, v.correctsVersionId, v.note, v.at,
      ],
    ),
  );
  return rows[0]!.id;
}
