import { revokeAllSessions } from "@tidao/auth";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** Ends every session of the user, the one that asks too. */
export const signOutEverywhere = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(z.strictObject({ ended: z.number().int() }))
  .mutation(async ({ ctx }) => ({ ended: await revokeAllSessions(ctx.actor.id) }));
