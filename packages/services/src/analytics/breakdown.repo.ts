import { named, pool } from "@tidao/prisma";
import { inScope } from "../search/in-scope";

/** Sums over a learner's questions that share a topic, a kind or a difficulty; all three null: over everything. */
export interface BreakdownRow {
  topic: string | null;
  kind: string | null;
  difficulty: number | null;
  questions: number;
  answers: number;
  right: number;
  seconds: number;
  reviews: number;
  recalled: number;
  /** By the four levels of confidence. */
  sureAnswers: number[];
  sureRight: number[];
}

const sums = (column: string) => `array[${[1, 2, 3, 4].map((level) => `coalesce(sum(s.${column}[${level}]), 0)::int`).join(", ")}]`;

/**
 * Everything that can be summed up from the state of a learner's questions: one row a question, whatever the number of answers.
 * @param questionIds only these; null: all
 */
export async function listBreakdown(subjectId: string, questionIds: readonly string[] | null): Promise<BreakdownRow[]> {
  const { rows } = await pool.query<BreakdownRow>(
    named(
      `select q.topic_slug as topic, q.kind, v.difficulty, count(*)::int as questions, sum(s.answers)::int as answers, sum(s."right")::int as "right",
         sum(s.seconds)::int as seconds, sum(s.reviews)::int as reviews, sum(s.recalled)::int as recalled,
         ${sums("confidence_answers")} as "sureAnswers", ${sums("confidence_right")} as "sureRight"
       from question_state s join question q on q.id = s.question_id left join question_version v on v.id = q.published_version_id
       where s.subject_id = $1 and ${inScope("$2", "s.question_id")}
       group by grouping sets ((q.topic_slug), (q.kind), (v.difficulty), ())
       having count(*) > 0 and (grouping(v.difficulty) = 1 or v.difficulty is not null)`,
      [subjectId, questionIds],
    ),
  );
  return rows;
}
