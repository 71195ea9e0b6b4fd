import { listSets as run, setListDto } from "@tidao/services/sets";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listSets = procedureFor("set.manage")
  .input(z.strictObject({}))
  .output(setListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
