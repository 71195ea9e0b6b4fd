import { assignmentListDto, listAssignments as run } from "@tidao/services/assignments";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listAssignments = procedureFor("assignment.doOwn")
  .input(z.strictObject({}))
  .output(assignmentListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
