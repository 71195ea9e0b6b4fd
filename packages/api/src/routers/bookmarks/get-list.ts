import { getList as run, listIdInput, listDto } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const getList = procedureFor("notes.keepOwn")
  .input(listIdInput)
  .output(listDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
