import { getForecast as run, reviewForecastDto } from "@tidao/services/reviews";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getForecast = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(reviewForecastDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
