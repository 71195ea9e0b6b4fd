import { listLists as run, listsDto } from "@tidao/services/bookmarks";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listLists = procedureFor("notes.keepOwn")
  .input(z.strictObject({}))
  .output(listsDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
