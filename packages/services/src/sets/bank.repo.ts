import type { QuestionKind } from "@tidao/grading";
import { type Bilingual, DomainError } from "@tidao/kernel";
import { named, pool } from "@tidao/prisma";
import { hasWords, wordPatterns } from "../bank/question-words.repo";

/** What stands beside a version when it is shown for choosing: its topic's name, and how all learners fared. */
export interface BankRow {
  versionId: string;
  topicTitle: Bilingual;
  submissions: number;
  micro: number;
}
export const bankColumns = `t.body->'title' as "topicTitle", coalesce(c.submissions, 0) as submissions, coalesce(c.micro_points, 0)::float8 as micro`;

export interface BankFilter {
  text?: string | null;
  topic?: string | null;
  kind?: QuestionKind | null;
  difficulty?: number | null;
}
const published = `from question q
  join question_version v on v.id = q.published_version_id
  join topic t on t.slug = q.topic_slug
  where ${hasWords("$1")}
    and ($2::text is null or q.topic_slug = $2) and ($3::text is null or q.kind = $3) and ($4::int is null or v.difficulty = $4)`;
const values = ({ text, topic, kind, difficulty }: BankFilter) => [wordPatterns(text), topic ?? null, kind ?? null, difficulty ?? null];

export async function countBankRows(filter: BankFilter): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(named(`select count(*)::int as n ${published}`, values(filter)));
  return rows[0]?.n ?? 0;
}
/** Published questions by filter, in the order of topics and ids. */
export async function listBankRows(filter: BankFilter, limit: number, offset: number): Promise<BankRow[]> {
  const { rows } = await pool.query<BankRow>(
    named(
      `with found as (select v.id as "versionId", q.id, t.number, t.body ${published} order by t.number, q.id limit $5 offset $6)
       select t."versionId", ${bankColumns} from found t left join question_counter c on c.question_id = t.id order by t.number, t.id`,
      [...values(filter), limit, offset],
    ),
  );
  return rows;
}

/** A question by id, in the version asked for or the one published now. @throws NOT_FOUND when it was never published */
export async function getBankRow(questionId: string, versionId: string | null): Promise<BankRow> {
  const { rows } = await pool.query<BankRow>(
    named(
      `select v.id as "versionId", ${bankColumns}
       from question q
       join question_version v on v.id = coalesce($2, q.published_version_id) and v.question_id = q.id and v.status = 'published'
       join topic t on t.slug = q.topic_slug
       left join question_counter c on c.question_id = q.id
       where q.id = $1`,
      [questionId, versionId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "question" });
  return rows[0];
}
