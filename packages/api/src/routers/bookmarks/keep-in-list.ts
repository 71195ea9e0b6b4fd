import { keepInList as run, keepInListInput, keptInListDto } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const keepInList = procedureFor("notes.keepOwn")
  .input(keepInListInput)
  .output(keptInListDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
