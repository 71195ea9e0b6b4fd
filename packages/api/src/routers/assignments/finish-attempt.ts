import { attemptInput, finishAttempt as run } from "@tidao/services/assignments";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const finishAttempt = procedureFor("assignment.doOwn")
  .input(attemptInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
