import { inTransaction } from "@tidao/prisma";
import { markFeedbackOpened } from "../assignments/attempt.repo";
import { foldAnswer, type LearnerSlice } from "./fold";
import { appendEvent, lockLog } from "./log.repo";
import { addSlice, noState, saveState } from "./state.repo";
import { listWithheldAnswers, readSlice } from "./withheld.repo";

/**
 * Opens the feedback of one attempt: notes it in the learner's log and folds what was withheld, in the order of the
 * questions. Doing it twice changes nothing.
 * @returns whether this call opened it
 */
export function openFeedback(attempt: { attemptId: string; subjectId: string; zone: string }, now: Date): Promise<boolean> {
  const { attemptId, subjectId } = attempt;
  return inTransaction(async (connection) => {
    const lastSeq = await lockLog(connection, subjectId, 1);
    if (!(await markFeedbackOpened(connection, attemptId, now))) {
      // keep the log without gaps: the number taken above goes back
      await lockLog(connection, subjectId, -1);
      return false;
    }
    await appendEvent(connection, { subjectId, seq: lastSeq + 1, kind: "feedback_opened", body: { attemptId }, at: now, zone: attempt.zone });
    for (const answer of await listWithheldAnswers(connection, attemptId)) {
      const key = { subjectId, questionId: answer.questionId, topicSlug: answer.topicSlug, objectiveId: answer.objectiveId, localDate: answer.localDate };
      const before: LearnerSlice = await readSlice(connection, key, answer.prerequisites);
      await saveState(connection, addSlice(noState(), key, foldAnswer(before, answer)));
    }
    return true;
  });
}
