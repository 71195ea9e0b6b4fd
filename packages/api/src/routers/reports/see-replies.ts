import { seeReplies as run } from "@tidao/services/reports";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const seeReplies = procedureFor("question.report")
  .input(z.strictObject({}))
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
