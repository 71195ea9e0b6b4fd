import { classInput, leaveClass as run } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const leaveClass = procedureFor("class.join")
  .input(classInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
