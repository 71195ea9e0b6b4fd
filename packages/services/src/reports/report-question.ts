import type { UserActor } from "@tidao/access";
import { variantSeeds } from "@tidao/grading";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { getPublishedVersion } from "../bank/question-version.repo";
import { assertMayKeepQuestion } from "../exposure/seen-question.repo";
import { getOwnSubmission } from "../learning-record/submission.repo";
import { insertReport } from "./report.repo";

export const reportKinds = ["wrong-key", "unclear", "typo", "translation", "other"] as const;
const mostOpen = 50;
export const reportQuestionInput = z.strictObject({
  /** Made by the browser, so that a repeated call makes one report. */
  reportId: z.uuid(),
  versionId: z.uuid(),
  seed: z
    .number()
    .int()
    .min(0)
    .max(variantSeeds - 1),
  /** The answer after which it was noticed. */
  submissionId: z.uuid().nullable(),
  kind: z.enum(reportKinds),
  text: z.string().trim().min(1).max(2000).regex(/^[^\0]*$/),
});
export const reportedDto = z.strictObject({ reportId: z.string() });

/**
 * A learner says what is wrong with a question: the version, the variant and the answer come along by themselves.
 * @throws NOT_FOUND for a version that the learner was never shown and for somebody else's submission
 * @throws QUESTION_WITHHELD, KEPT_TOO_MANY
 */
export async function reportQuestion(
  actor: UserActor,
  { reportId, versionId, seed, submissionId, kind, text }: z.infer<typeof reportQuestionInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof reportedDto>> {
  const now = clock.now();
  const version = await getPublishedVersion(versionId);
  if (submissionId) {
    const submission = await getOwnSubmission(actor.subjectId, submissionId);
    if (submission.version.id !== versionId || submission.seed !== seed) throw new DomainError("NOT_FOUND", { what: "submission" });
  }
  await inTransaction(async (connection) => {
    await assertMayKeepQuestion(actor, version.questionId, now, connection);
    const report = { id: reportId, subjectId: actor.subjectId, questionId: version.questionId, versionId, seed, submissionId, kind, text, locale, at: now };
    if (!(await insertReport(connection, report, mostOpen))) throw new DomainError("KEPT_TOO_MANY", { most: mostOpen });
  });
  return { reportId };
}
