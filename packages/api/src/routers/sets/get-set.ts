import { getSet as run, setDto, setInput } from "@tidao/services/sets";
import { procedureFor } from "../../trpc";

export const getSet = procedureFor("set.manage")
  .input(setInput)
  .output(setDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
