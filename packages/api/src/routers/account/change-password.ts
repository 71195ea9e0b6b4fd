import { changePassword as run } from "@tidao/auth";
import { recordAudit } from "@tidao/services/audit";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const changePassword = procedureFor("account.manageOwn")
  .input(z.strictObject({ current: z.string().max(1000), next: z.string().max(1000), endOthers: z.boolean() }))
  .output(z.strictObject({ ended: z.number().int() }))
  .mutation(async ({ ctx, input }) => ({ ended: await run(ctx.actor, input, { ...ctx, record: recordAudit }) }));
