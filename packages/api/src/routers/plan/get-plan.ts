import { getPlan as run, planDto } from "@tidao/services/plan";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getPlan = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(planDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
