import { randomUUID } from "node:crypto";
import type { UserActor } from "@tidao/access";
import { type Answer, chargeHints, gradeAnswer, type GradeResult, isUnreadable } from "@tidao/grading";
import { DomainError, localDate } from "@tidao/kernel";
import { difficultyFromAuthor, guessFloor, microPoints } from "@tidao/measurement";
import { inTransaction, pool, type Queryable } from "@tidao/prisma";
import { rateAnswer } from "@tidao/scheduling";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion, type PublishedVersion } from "../bank/question-version.repo";
import { choiceCount, disguiseOf } from "../practice/answer-key";
import { revealAnswer } from "../practice/disguise";
import type { CountedAnswer } from "./counted-answer";
import { foldAnswer } from "./fold";
import { assertAttemptUnderWay } from "../assignments/attempt.repo";
import { refreshAttemptGrade } from "./attempt-grade.repo";
import { lockLog } from "./log.repo";
import { addSlice, noState } from "./state.repo";
import { chosenParts, findSubmissionByKey, insertSubmission, readBeforeSubmission } from "./submission.repo";

export interface AnswerToRecord {
  submissionKey: string;
  versionId: string;
  seed: number;
  /** In the ids that the learner's page used. */
  answer: Answer;
  confidence: number | null;
  durationMs: number;
  context: "practice" | "review" | "placement" | "assignment";
  /** Where it belongs when it is part of an assignment; `withheld` while its feedback may not be seen. */
  attempt: { id: string; position: number; withheld: boolean } | null;
}

/** A submission with the grading that now holds, in the author's ids. */
export interface RecordedSubmission {
  id: string;
  version: PublishedVersion;
  seed: number;
  answer: Answer;
  hintsUsed: number;
  grading: Pick<GradeResult, "verdict" | "points" | "parts" | "misconceptions">;
  withheld: boolean;
  submittedAt: Date;
  replayed: boolean;
  /** When its card falls due, told with the first press; not of one that was set aside. */
  nextReview?: Date;
}

/**
 * Stores and grades one answer and folds it into the learner's state: one statement reads, one writes all of it, and writes
 * nothing where the learner's log has changed in between; then it is done again under the lock of the learner's row. The
 * answers of an attempt take the lock at once, for their grade belongs to the same transaction. The same key again gives
 * what the first press stored.
 */
export async function recordSubmission(actor: UserActor, input: AnswerToRecord, now: Date): Promise<RecordedSubmission> {
  const version = await getPublishedVersion(input.versionId);
  const spec = instantiateVersion(version, input.seed);
  const answer = revealAnswer(input.answer, disguiseOf(version, input.seed, spec));
  const graded = gradeAnswer(spec, answer);
  if (isUnreadable(graded))
    throw graded.unreadable === "kind"
      ? new DomainError("ANSWER_KIND_MISMATCH")
      : new DomainError("ANSWER_UNREADABLE", { reason: graded.unreadable });

  const record = (connection: Queryable) => recordOnce(connection, actor, input, { version, answer, graded, choices: choiceCount(spec) }, now);
  const recorded = input.attempt ? null : await record(pool);
  if (recorded) return recorded;
  return inTransaction(async (connection) => {
    await lockLog(connection, actor.subjectId, 0);
    const locked = (await record(connection))!;
    if (input.attempt && !locked.replayed) await refreshAttemptGrade(connection, input.attempt.id);
    return locked;
  });
}

interface Graded {
  version: PublishedVersion;
  answer: Answer;
  graded: GradeResult;
  choices: number;
}
/** @returns null, and nothing is stored, where the log has changed between the read and the write */
async function recordOnce(connection: Queryable, actor: UserActor, input: AnswerToRecord, { version, answer, graded, choices }: Graded, now: Date): Promise<RecordedSubmission | null> {
  const day = localDate(now, actor.zone);
  const key = { subjectId: actor.subjectId, questionId: version.questionId, topicSlug: version.topicSlug, objectiveId: version.objective, localDate: day };
  const before = await readBeforeSubmission(connection, key, input.submissionKey, actor.id, now);
  if (before.existing) {
    const existing = await findSubmissionByKey(connection, actor.subjectId, input.submissionKey);
    if (existing.version.id !== version.id || existing.seed !== input.seed) throw new DomainError("SUBMISSION_KEY_REUSED");
    return { ...existing, withheld: existing.withheld || !before.mayReveal };
  }
  if (input.attempt) await assertAttemptUnderWay(connection, input.attempt.id);
  if (!before.mayReveal && input.context !== "assignment") throw new DomainError("QUESTION_WITHHELD");

  const points = chargeHints(graded.points, before.hintsUsed);
  const withheld = input.attempt?.withheld ?? false;
  const rating = rateAnswer({
    points: graded.points,
    hintsUsed: before.hintsUsed,
    confidence: input.confidence,
    durationMs: input.durationMs,
    expectedSeconds: version.expectedSeconds,
  });
  const counted: CountedAnswer = {
    submissionId: randomUUID(),
    questionId: version.questionId,
    topicSlug: version.topicSlug,
    objectiveId: version.objective,
    verdict: graded.verdict,
    points,
    misconceptions: graded.misconceptions,
    confidence: input.confidence,
    rating: graded.verdict === "pending" ? null : rating,
    itemDifficulty: before.itemDifficulty ?? difficultyFromAuthor(version.difficulty),
    guess: guessFloor({ kind: version.kind, choiceCount: choices }),
    prerequisites: before.prerequisites,
    previous: before.previous,
    submittedAt: now,
    localDate: day,
    durationMs: input.durationMs,
  };
  const slice = withheld ? null : foldAnswer(before.slice, counted);
  const stored = await insertSubmission(connection, {
    subjectId: actor.subjectId,
    rowVersion: before.rowVersion,
    input,
    answer,
    version,
    counted,
    parts: graded.parts,
    withheld,
    hintsUsed: before.hintsUsed,
    state: slice ? addSlice(noState(), key, slice) : noState(),
    chosenParts: chosenParts(answer),
    microPoints: microPoints(points),
  });
  if (!stored) return null;
  return {
    id: counted.submissionId,
    version,
    seed: input.seed,
    answer,
    hintsUsed: before.hintsUsed,
    grading: { ...graded, points },
    withheld,
    submittedAt: now,
    replayed: false,
    nextReview: graded.verdict === "pending" || before.isSuspended ? undefined : slice?.card?.due,
  };
}
