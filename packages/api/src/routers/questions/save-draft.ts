import { saveDraft as run, saveDraftInput, savedDraftDto } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const saveDraft = procedureFor("question.edit")
  .input(saveDraftInput)
  .output(savedDraftDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
