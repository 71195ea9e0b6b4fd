import { verifyEmail as run } from "@tidao/auth";
import { z } from "zod";
import { publicProcedure } from "../../trpc";

/** Proves an address by the link that was mailed to it. */
export const verifyEmail = publicProcedure
  .input(z.strictObject({ token: z.string().max(100) }))
  .output(z.null())
  .mutation(async ({ ctx, input }) => {
    await run(input, ctx);
    return null;
  });
