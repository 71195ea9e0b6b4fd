import { assignmentIdInput, csvDto, exportResults as run } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const exportResults = procedureFor("class.teach")
  .input(assignmentIdInput)
  .output(csvDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
