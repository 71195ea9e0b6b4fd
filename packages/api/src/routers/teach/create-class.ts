import { classSummary, createClass as run, createClassInput } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const createClass = procedureFor("class.teach")
  .input(createClassInput)
  .output(classSummary)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
