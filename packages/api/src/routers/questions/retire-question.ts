import { questionIdInput, retireQuestion as run } from "@tidao/services/questions";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const retireQuestion = procedureFor("question.publish")
  .input(questionIdInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
