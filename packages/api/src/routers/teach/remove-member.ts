import { removeMember as run, removeMemberInput } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const removeMember = procedureFor("class.teach")
  .input(removeMemberInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
