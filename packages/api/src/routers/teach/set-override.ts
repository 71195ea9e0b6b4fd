import { setOverride as run, setOverrideInput } from "@tidao/services/results";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const setOverride = procedureFor("class.teach")
  .input(setOverrideInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
