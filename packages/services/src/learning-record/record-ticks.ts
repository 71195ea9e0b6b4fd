import type { UserActor } from "@tidao/access";
import { chargeHints, gradeTicks, isUnreadable } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { rateAnswer } from "@tidao/scheduling";
import { instantiateVersion } from "../bank/present-version";
import { mayRevealQuestion } from "../exposure/graded-use.repo";
import { disguiseOf } from "../practice/answer-key";
import { foldSettled } from "./fold";
import { lockLog } from "./log.repo";
import type { RecordedSubmission } from "./record-submission";
import { addSlice, noState } from "./state.repo";
import { getOwnSubmission, insertGrading, readForRegrading } from "./submission.repo";

/** Settles a pending short answer with the learner's own ticks, as a new grading that supersedes the pending one. */
export async function recordTicks(
  actor: UserActor,
  input: { submissionId: string; ticked: readonly string[] },
  now: Date,
): Promise<RecordedSubmission> {
  return inTransaction(async (connection) => {
    const lastSeq = await lockLog(connection, actor.subjectId, 1);
    const stored = await getOwnSubmission(actor.subjectId, input.submissionId, connection);
    if (stored.withheld || !(await mayRevealQuestion(actor, stored.version.questionId, now, connection))) throw new DomainError("QUESTION_WITHHELD");
    if (stored.grading.verdict !== "pending") {
      await lockLog(connection, actor.subjectId, -1);
      return stored;
    }
    const spec = instantiateVersion(stored.version, stored.seed);
    const disguise = disguiseOf(stored.version, stored.seed, spec);
    const ticked = input.ticked.map((id) => disguise.reveal("part", id));
    // what the learner was told is recognised stays so, even if recognition has become stricter since: they could not tick it
    const recognised = stored.grading.parts.filter(({ right }) => right).map(({ id }) => id);
    const graded = gradeTicks(spec, stored.answer, [...recognised, ...ticked]);
    if (isUnreadable(graded)) throw new DomainError("ANSWER_UNREADABLE", { reason: graded.unreadable });
    const points = chargeHints(graded.points, stored.hintsUsed);
    const { slice, counted: before, key, gradingId } = await readForRegrading(connection, actor.subjectId, stored);
    const rating = rateAnswer({
      points: graded.points,
      hintsUsed: stored.hintsUsed,
      confidence: before.confidence,
      durationMs: before.durationMs,
      expectedSeconds: stored.version.expectedSeconds,
    });
    const counted = { ...before, verdict: graded.verdict, points, rating, misconceptions: graded.misconceptions };
    await insertGrading(connection, {
      subjectId: actor.subjectId,
      seq: lastSeq + 1,
      submissionId: stored.id,
      supersedesId: gradingId,
      cause: "self",
      version: stored.version,
      counted,
      parts: graded.parts,
      gradedBy: actor.id,
      gradedAt: now,
      pendingPoints: stored.grading.points,
      state: addSlice(noState(), key, foldSettled(slice, counted, stored.grading.points)),
    });
    return { ...stored, grading: { ...graded, points } };
  });
}
