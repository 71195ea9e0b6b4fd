import { removeOverride as run, removeOverrideInput } from "@tidao/services/results";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const removeOverride = procedureFor("class.teach")
  .input(removeOverrideInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
