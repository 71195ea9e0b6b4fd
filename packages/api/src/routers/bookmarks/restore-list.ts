import { restoreList as run, listIdInput } from "@tidao/services/bookmarks";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const restoreList = procedureFor("notes.keepOwn")
  .input(listIdInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input));
