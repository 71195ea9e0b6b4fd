import type { UserActor } from "@tidao/access";
import { z } from "zod";
import { bankQuestion } from "../sets/bank-question.dto";
import { bankQuestionDtos } from "../sets/browse-bank";
import { getTaughtAssignment, listAssignmentBankRows } from "./assignment-admin.repo";
import type { Context } from "./get-results";
import type { assignmentIdInput } from "./manage-assignment";

export const assignmentQuestionsDto = z.array(z.strictObject({ position: z.number().int(), question: bankQuestion }));
/** What the assignment asks, for reading beside its results; a question that was retired is left out. @throws NOT_FOUND */
export async function listAssignmentQuestions(
  actor: UserActor,
  { assignmentId }: z.infer<typeof assignmentIdInput>,
  { locale }: Context,
): Promise<z.infer<typeof assignmentQuestionsDto>> {
  await getTaughtAssignment(actor.id, assignmentId);
  const rows = await listAssignmentBankRows(assignmentId);
  const questions = await bankQuestionDtos(rows, locale);
  return rows.flatMap(({ position }, index) => {
    const question = questions[index];
    return question ? [{ position, question }] : [];
  });
}
