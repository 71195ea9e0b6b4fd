import { restoreNote as run, noteIdInput } from "@tidao/services/notes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const restoreNote = procedureFor("notes.keepOwn")
  .input(noteIdInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
