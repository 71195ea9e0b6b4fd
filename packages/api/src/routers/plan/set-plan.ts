import { planSetting, setPlan as run } from "@tidao/services/plan";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const setPlan = procedureFor("practice.answer")
  .input(planSetting)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
