import { publishDraft as run, publishDraftInput, publishedDto } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const publishDraft = procedureFor("question.publish")
  .input(publishDraftInput)
  .output(publishedDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
