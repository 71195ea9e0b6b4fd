import { requestEmailChange as run } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** Asks a new address whether it wants the account; nothing changes until it says yes. */
export const requestEmailChange = procedureFor("account.manageOwn")
  .input(z.strictObject({ email: z.string().max(320), password: z.string().max(1000) }))
  .output(z.null())
  .mutation(async ({ ctx, input }) => {
    await run(ctx.actor, input, ctx);
    return null;
  });
