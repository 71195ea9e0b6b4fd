import { skipTestInput, unskipTopic as run } from "@tidao/services/placement";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const unskipTopic = procedureFor("practice.answer")
  .input(skipTestInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
