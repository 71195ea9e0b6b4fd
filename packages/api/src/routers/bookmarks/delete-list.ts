import { deleteList as run, listIdInput } from "@tidao/services/bookmarks";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const deleteList = procedureFor("notes.keepOwn")
  .input(listIdInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
