import { startTest as run, startTestInput, testState } from "@tidao/services/placement";
import { procedureFor } from "../../trpc";

export const startTest = procedureFor("practice.answer")
  .input(startTestInput)
  .output(testState)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
