import { undoEmailChange as run } from "@tidao/auth";
import { recordAudit } from "@tidao/services/audit";
import { z } from "zod";
import { publicProcedure } from "../../trpc";

export const undoEmailChange = publicProcedure
  .input(z.strictObject({ token: z.string().max(100) }))
  .output(z.null())
  .mutation(async ({ ctx, input }) => {
    await run(input, { ...ctx, record: recordAudit });
    return null;
  });
