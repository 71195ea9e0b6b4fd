import { setSummary, updateSet as run, updateSetInput } from "@tidao/services/sets";
import { procedureFor } from "../../trpc";

export const updateSet = procedureFor("set.manage")
  .input(updateSetInput)
  .output(setSummary)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
