import { submissionForLearner, submitAnswer as run, submitAnswerInput } from "@tidao/services/practice";
import { procedureFor } from "../../trpc";

export const submitAnswer = procedureFor("practice.answer")
  .input(submitAnswerInput)
  .output(submissionForLearner)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
