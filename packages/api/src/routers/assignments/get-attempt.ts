import { attemptDto, attemptInput, getAttempt as run } from "@tidao/services/assignments";
import { procedureFor } from "../../trpc";

export const getAttempt = procedureFor("assignment.doOwn")
  .input(attemptInput)
  .output(attemptDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
