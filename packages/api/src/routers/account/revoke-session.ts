import { revokeSession as run } from "@tidao/auth";
import { DomainError } from "@tidao/kernel";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** Ends one of the user's own sessions at once. @throws NOT_FOUND for anybody else's */
export const revokeSession = procedureFor("account.manageOwn")
  .input(z.strictObject({ sessionId: z.uuid() }))
  .output(z.null())
  .mutation(async ({ ctx, input }) => {
    if (!(await run(ctx.actor.id, input.sessionId))) throw new DomainError("NOT_FOUND", { what: "session" });
    return null;
  });
