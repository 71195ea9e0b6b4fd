import { getLearnerWork as run, learnerWorkDto, learnerWorkInput } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const getLearnerWork = procedureFor("class.teach")
  .input(learnerWorkInput)
  .output(learnerWorkDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
