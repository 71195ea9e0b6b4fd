import { discardDraft as run, questionIdInput } from "@tidao/services/questions";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const discardDraft = procedureFor("question.edit")
  .input(questionIdInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
