import { assignmentIdInput, assignmentQuestionsDto, listAssignmentQuestions as run } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const listAssignmentQuestions = procedureFor("class.teach")
  .input(assignmentIdInput)
  .output(assignmentQuestionsDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
