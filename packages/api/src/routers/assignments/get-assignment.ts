import { assignmentDto, assignmentInput, getAssignment as run } from "@tidao/services/assignments";
import { procedureFor } from "../../trpc";

export const getAssignment = procedureFor("assignment.doOwn")
  .input(assignmentInput)
  .output(assignmentDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
