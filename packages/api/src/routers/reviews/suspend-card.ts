import { cardInput, suspendCard as run } from "@tidao/services/reviews";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const suspendCard = procedureFor("practice.answer")
  .input(cardInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
