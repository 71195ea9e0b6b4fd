import { mailOwnPasswordLink as run } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** Mails the owner a link for a new password, or for the first one. */
export const mailOwnPasswordLink = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(z.null())
  .mutation(async ({ ctx }) => {
    await run(ctx.actor, ctx);
    return null;
  });
