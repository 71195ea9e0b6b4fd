import { listTopicNotes as run, topicNotesInput, topicNotesDto } from "@tidao/services/notes";
import { procedureFor } from "../../trpc";

export const listTopicNotes = procedureFor("notes.keepOwn")
  .input(topicNotesInput)
  .output(topicNotesDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
