import { submissionForLearner, tickKeyPoints as run, tickKeyPointsInput } from "@tidao/services/practice";
import { procedureFor } from "../../trpc";

export const tickKeyPoints = procedureFor("practice.answer")
  .input(tickKeyPointsInput)
  .output(submissionForLearner)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
