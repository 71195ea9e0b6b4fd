import { getReviews as run, reviewsDto } from "@tidao/services/reviews";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getReviews = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(reviewsDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
