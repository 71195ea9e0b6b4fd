import { resetPassword as run } from "@tidao/auth";
import { recordAudit } from "@tidao/services/audit";
import { z } from "zod";
import { publicProcedure } from "../../trpc";

/** Sets a new password by a mailed link; every session ends. */
export const resetPassword = publicProcedure
  .input(z.strictObject({ token: z.string().max(100), password: z.string().max(1000) }))
  .output(z.null())
  .mutation(async ({ ctx, input }) => {
    await run(input, { ...ctx, record: recordAudit });
    return null;
  });
