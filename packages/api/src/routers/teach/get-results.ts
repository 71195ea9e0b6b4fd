import { assignmentIdInput, getResults as run, resultsDto } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const getResults = procedureFor("class.teach")
  .input(assignmentIdInput)
  .output(resultsDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
