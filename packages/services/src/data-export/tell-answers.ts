import type { Answer } from "@tidao/grading";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersions } from "../bank/question-version.repo";
import { answerInWords } from "./answer-in-words";
import type { Snapshot } from "./snapshot.repo";

export interface AnswerRow {
  question_id: string;
  version_id: string;
  seed: number;
  answer: Answer;
  confidence: number | null;
  hints_used: number;
  duration_ms: number;
  context: string;
  submitted_at: string;
  local_date: string;
  /** Its verdicts in their order, the one that holds last. */
  gradings: { cause: string; verdict: string; points: number; misconceptions: string[]; rating: number | null; graded_at: string }[];
  /** Part of an attempt whose feedback is not open. */
  withheld: boolean;
}
/** One learner's answers in the order of the log. */
export const answersQuery = `select s.question_id, s.question_version_id as version_id, s.seed, s.answer, s.confidence, s.hints_used, s.duration_ms, s.context, s.submitted_at, s.local_date,
    (select jsonb_agg(jsonb_build_object('cause', g.cause, 'verdict', g.verdict, 'points', g.points, 'misconceptions', g.misconceptions, 'rating', g.rating, 'graded_at', g.graded_at) order by g.seq)
     from grading g where g.submission_id = s.id) as gradings,
    (select g.withheld from grading g where g.submission_id = s.id order by g.seq desc limit 1)
      and not exists (select 1 from attempt t where t.id = s.attempt_id and t.feedback_opened_at is not null) as withheld
  from submission s where s.subject_id = $1 order by s.seq`;

export interface ToldAnswer extends Omit<AnswerRow, "answer" | "gradings" | "version_id"> {
  version: number;
  topic: string;
  asked: string;
  answered: string[];
  gradings: AnswerRow["gradings"] | null;
}

/**
 * Answers in words, without the authors' ids, which tell keys. Verdicts that the learner may not see yet are left out; so is
 * everything about the question that is not on the page before it is answered.
 */
export async function tellAnswers(rows: AnswerRow[], { account, withheld: withheldIds, connection }: Snapshot): Promise<ToldAnswer[]> {
  const versions = await getPublishedVersions(rows.map((row) => row.version_id), connection);
  const hidden = new Set(withheldIds);
  return rows.map(({ answer, gradings, version_id: _, ...row }, index) => {
    const version = versions[index]!;
    const spec = instantiateVersion(version, row.seed);
    const withheld = row.withheld || hidden.has(row.question_id);
    return {
      ...row,
      version: version.number,
      topic: version.topicSlug,
      asked: spec.stem[account.locale],
      answered: answerInWords(spec, answer, account.locale),
      withheld,
      gradings: withheld ? null : gradings,
    };
  });
}
