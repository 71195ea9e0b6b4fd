import { getMarks as run, marksInput, marksDto } from "@tidao/services/bookmarks";
import { procedureFor } from "../../trpc";

export const getMarks = procedureFor("notes.keepOwn")
  .input(marksInput)
  .output(marksDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
