import { handOverClass as run, handOverClassInput } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const handOverClass = procedureFor("class.teach")
  .input(handOverClassInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
