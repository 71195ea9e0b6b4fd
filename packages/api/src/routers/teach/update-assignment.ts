import { taughtAssignment, updateAssignment as run, updateAssignmentInput } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const updateAssignment = procedureFor("class.teach")
  .input(updateAssignmentInput)
  .output(taughtAssignment)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
