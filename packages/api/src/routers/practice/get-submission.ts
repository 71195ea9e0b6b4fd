import { answeredQuestionDto, getSubmission as run, submissionInput } from "@tidao/services/practice";
import { procedureFor } from "../../trpc";

export const getSubmission = procedureFor("progress.readOwn")
  .input(submissionInput)
  .output(answeredQuestionDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
