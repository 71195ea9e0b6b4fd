import { reviewSettingsInput, updateReviewSettings as run } from "@tidao/services/reviews";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const updateSettings = procedureFor("practice.answer")
  .input(reviewSettingsInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
