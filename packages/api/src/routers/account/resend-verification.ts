import { resendVerification as run } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** Sends the mail that asks whether the address is the owner's once more. */
export const resendVerification = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(z.null())
  .mutation(async ({ ctx }) => {
    await run(ctx.actor, ctx);
    return null;
  });
