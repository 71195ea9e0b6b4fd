import { clearPlan as run } from "@tidao/services/plan";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const clearPlan = procedureFor("practice.answer")
  .input(z.strictObject({}))
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
