import { getRetentionCosts as run, retentionCostsDto } from "@tidao/services/reviews";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getRetentionCosts = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(retentionCostsDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
