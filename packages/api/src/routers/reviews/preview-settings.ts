import { previewReviewSettings as run, reviewSettingsInput, settingsPreviewDto } from "@tidao/services/reviews";
import { procedureFor } from "../../trpc";

export const previewSettings = procedureFor("progress.readOwn")
  .input(reviewSettingsInput)
  .output(settingsPreviewDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
