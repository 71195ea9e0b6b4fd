import { createList as run, createListInput, listSummary } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const createList = procedureFor("notes.keepOwn")
  .input(createListInput)
  .output(listSummary)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
