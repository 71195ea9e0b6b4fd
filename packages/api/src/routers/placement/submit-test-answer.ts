import { submitTestAnswer as run, submitTestAnswerInput, testState } from "@tidao/services/placement";
import { procedureFor } from "../../trpc";

export const submitTestAnswer = procedureFor("practice.answer")
  .input(submitTestAnswerInput)
  .output(testState)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
