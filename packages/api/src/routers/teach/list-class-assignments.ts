import { classInput, listClassAssignments as run, taughtAssignmentListDto } from "@tidao/services/results";
import { procedureFor } from "../../trpc";

export const listClassAssignments = procedureFor("class.teach")
  .input(classInput)
  .output(taughtAssignmentListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
