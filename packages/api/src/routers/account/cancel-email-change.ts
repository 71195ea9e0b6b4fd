import { cancelEmailChange as run } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const cancelEmailChange = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(z.null())
  .mutation(async ({ ctx }) => {
    await run(ctx.actor, ctx);
    return null;
  });
