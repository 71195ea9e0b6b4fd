import { classInput, classSummary, getClass as run } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const getClass = procedureFor("class.teach")
  .input(classInput)
  .output(classSummary)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
