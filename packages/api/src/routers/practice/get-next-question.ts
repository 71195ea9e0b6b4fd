import { getNextQuestion as run, nextQuestionDto, nextQuestionInput } from "@tidao/services/practice";
import { procedureFor } from "../../trpc";

export const getNextQuestion = procedureFor("practice.answer")
  .input(nextQuestionInput)
  .output(nextQuestionDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
