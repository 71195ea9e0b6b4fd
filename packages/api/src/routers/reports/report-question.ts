import { reportQuestion as run, reportQuestionInput, reportedDto } from "@tidao/services/reports";
import { procedureFor } from "../../trpc";

export const reportQuestion = procedureFor("question.report")
  .input(reportQuestionInput)
  .output(reportedDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
