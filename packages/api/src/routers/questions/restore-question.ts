import { questionIdInput, restoreQuestion as run } from "@tidao/services/questions";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const restoreQuestion = procedureFor("question.publish")
  .input(questionIdInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
