import { getResult as run, placementResultDto } from "@tidao/services/placement";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getResult = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(placementResultDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
