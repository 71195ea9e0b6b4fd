import { createQuestion as run, createQuestionInput, savedDraftDto } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const createQuestion = procedureFor("question.edit")
  .input(createQuestionInput)
  .output(savedDraftDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
