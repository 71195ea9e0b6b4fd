import { createSet as run, createSetInput, setSummary } from "@tidao/services/sets";
import { procedureFor } from "../../trpc";

export const createSet = procedureFor("set.manage")
  .input(createSetInput)
  .output(setSummary)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
