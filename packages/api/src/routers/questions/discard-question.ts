import { discardDraftInput, discardQuestion as run } from "@tidao/services/questions";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const discardQuestion = procedureFor("question.edit")
  .input(discardDraftInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
