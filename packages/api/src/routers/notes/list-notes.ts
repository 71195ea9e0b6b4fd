import { listNotes as run, notesInput, notesPageDto } from "@tidao/services/notes";
import { procedureFor } from "../../trpc";

export const listNotes = procedureFor("notes.keepOwn")
  .input(notesInput)
  .output(notesPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
