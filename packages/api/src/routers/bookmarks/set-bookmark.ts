import { setBookmark as run, bookmarkInput, bookmarkState } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const setBookmark = procedureFor("notes.keepOwn")
  .input(bookmarkInput)
  .output(bookmarkState)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
