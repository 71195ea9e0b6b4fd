import { listQuestionTopics as run, noInput, questionTopicsDto } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const listQuestionTopics = procedureFor("question.read")
  .input(noInput)
  .output(questionTopicsDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
