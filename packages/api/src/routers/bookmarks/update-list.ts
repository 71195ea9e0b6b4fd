import { updateList as run, updateListInput, listSummary } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const updateList = procedureFor("notes.keepOwn")
  .input(updateListInput)
  .output(listSummary)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
