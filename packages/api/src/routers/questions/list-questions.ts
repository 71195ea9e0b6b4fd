import { listQuestions as run, questionFilterInput, questionPageDto } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const listQuestions = procedureFor("question.read")
  .input(questionFilterInput)
  .output(questionPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
