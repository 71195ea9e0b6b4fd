import { orderLists as run, orderListsInput } from "@tidao/services/bookmarks";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const orderLists = procedureFor("notes.keepOwn")
  .input(orderListsInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input));
