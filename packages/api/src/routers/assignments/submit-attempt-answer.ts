import { submissionForLearner, submitAttemptAnswer as run, submitAttemptAnswerInput } from "@tidao/services/assignments";
import { procedureFor } from "../../trpc";

export const submitAttemptAnswer = procedureFor("assignment.doOwn")
  .input(submitAttemptAnswerInput)
  .output(submissionForLearner)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
