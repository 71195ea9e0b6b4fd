import { getOverview as run, placementOverviewDto } from "@tidao/services/placement";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getOverview = procedureFor("practice.answer")
  .input(z.strictObject({}))
  .output(placementOverviewDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
