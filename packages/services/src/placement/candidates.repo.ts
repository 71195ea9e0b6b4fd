import type { QuestionKind } from "@tidao/grading";
import { difficultyFromAuthor, guessFloor, type PlacementItem } from "@tidao/measurement";
import { named, type Queryable } from "@tidao/prisma";

/** How many parts a guess is drawn from, by `v` of question_version: what `choiceCount` says of a spec, without reading it. */
export const choiceCountSql = `coalesce(case v.kind
  when 'single-choice' then jsonb_array_length(v.spec->'interaction'->'choices')
  when 'multiple-choice' then jsonb_array_length(v.spec->'interaction'->'choices')
  when 'ordering' then jsonb_array_length(v.spec->'interaction'->'items')
  when 'find-error' then jsonb_array_length(v.spec->'interaction'->'spans')
  when 'matching' then jsonb_array_length(v.spec->'interaction'->'pairs') + coalesce(jsonb_array_length(v.spec->'interaction'->'extras'), 0)
  end, 0)`;

/** A published question that grades itself at once. */
export interface Candidate extends PlacementItem {
  versionId: string;
  kind: QuestionKind;
  objective: string;
  /** 1 to 5, the author's. */
  authored: number;
  /** Whether this learner has answered it before. */
  met: boolean;
}

/**
 * What could be asked in a test: no short answers, whose points the learner gives, and nothing that an open assignment
 * holds.
 * @param topic null for all topics
 */
export async function listCandidates(
  connection: Queryable,
  subjectId: string,
  { topic, except, withheld }: { topic: string | null; except: readonly string[]; withheld: readonly string[] },
): Promise<Candidate[]> {
  const { rows } = await connection.query<Omit<Candidate, "guess" | "difficulty"> & { difficulty: number | null; choiceCount: number }>(
    named(
      `select q.id, v.id as "versionId", q.topic_slug as topic, v.objective, v.difficulty as authored, v.kind, ${choiceCountSql} as "choiceCount",
         (select d.difficulty from item_difficulty d where d.question_id = q.id order by d.snapshot desc limit 1) as difficulty,
         exists (select 1 from question_state s where s.subject_id = $1 and s.question_id = q.id) as met
       from question q join question_version v on v.id = q.published_version_id
       join topic t on t.slug = q.topic_slug and t.archived_at is null
       where v.kind <> 'short-answer' and ($2::text is null or q.topic_slug = $2) and q.id <> all($3::text[]) order by q.id`,
      [subjectId, topic, [...except, ...withheld]],
    ),
  );
  return rows.map(({ choiceCount, ...row }) => ({
    ...row,
    difficulty: row.difficulty ?? difficultyFromAuthor(row.authored),
    guess: guessFloor({ kind: row.kind, choiceCount }),
  }));
}
