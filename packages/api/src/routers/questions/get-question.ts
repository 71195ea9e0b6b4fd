import { getQuestion as run, questionForEditorDto, questionIdInput } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const getQuestion = procedureFor("question.read")
  .input(questionIdInput)
  .output(questionForEditorDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
