import { listBookmarks as run, bookmarksInput, bookmarksPageDto } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const listBookmarks = procedureFor("notes.keepOwn")
  .input(bookmarksInput)
  .output(bookmarksPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
