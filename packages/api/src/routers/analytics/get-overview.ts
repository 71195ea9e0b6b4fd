import { getOverview as run, overviewDto } from "@tidao/services/analytics";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getOverview = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(overviewDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
