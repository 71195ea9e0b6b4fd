import { assignmentInput, startAttempt as run, startedAttemptDto } from "@tidao/services/assignments";
import { procedureFor } from "../../trpc";

export const startAttempt = procedureFor("assignment.doOwn")
  .input(assignmentInput)
  .output(startedAttemptDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
