import { hintDto, takeHint as run, takeHintInput } from "@tidao/services/practice";
import { procedureFor } from "../../trpc";

export const takeHint = procedureFor("practice.answer")
  .input(takeHintInput)
  .output(hintDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
