import { getOverview as run, overviewDto, overviewInput } from "@tidao/services/analytics";
import { procedureFor } from "../../trpc";

export const getOverview = procedureFor("progress.readOwn")
  .input(overviewInput)
  .output(overviewDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
