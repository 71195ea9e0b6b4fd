import { saveNote as run, saveNoteInput, savedNoteDto } from "@tidao/services/notes";
import { procedureFor } from "../../trpc";

export const saveNote = procedureFor("notes.keepOwn")
  .input(saveNoteInput)
  .output(savedNoteDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
