import { previewDraft as run, previewDraftInput, previewDto } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const previewDraft = procedureFor("question.edit")
  .input(previewDraftInput)
  .output(previewDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input));
