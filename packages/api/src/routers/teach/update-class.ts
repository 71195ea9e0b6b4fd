import { classSummary, updateClass as run, updateClassInput } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const updateClass = procedureFor("class.teach")
  .input(updateClassInput)
  .output(classSummary)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
