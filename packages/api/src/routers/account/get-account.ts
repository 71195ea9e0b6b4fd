import { getAccount as run } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** What the owner's own pages say of the account. */
export const getAccount = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(
    z.strictObject({
      email: z.string(),
      emailVerified: z.boolean(),
      /** They have no password of ours: they always came through a provider. */
      providerOnly: z.boolean(),
      /** The address that was asked whether it wants the account. */
      pendingEmail: z.string().nullable(),
    }),
  )
  .query(async ({ ctx }) => {
    const { hasPassword, ...account } = await run(ctx.actor, ctx);
    return { ...account, providerOnly: !hasPassword };
  });
