import { createAssignment as run, createAssignmentInput, taughtAssignment } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const createAssignment = procedureFor("class.teach")
  .input(createAssignmentInput)
  .output(taughtAssignment)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
