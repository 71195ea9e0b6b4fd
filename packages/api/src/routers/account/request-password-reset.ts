import { requestPasswordReset as run } from "@tidao/auth";
import { z } from "zod";
import { publicProcedure } from "../../trpc";

/** Mails a link for a new password, if there is such an account; the answer does not tell. */
export const requestPasswordReset = publicProcedure
  .input(z.strictObject({ email: z.string().max(320) }))
  .output(z.null())
  .mutation(async ({ ctx, input }) => {
    await run(input, ctx);
    return null;
  });
