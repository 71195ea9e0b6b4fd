import { confirmOwner } from "@tidao/auth";
import { deletionDto, requestDeletion as run } from "@tidao/services/erasure";
import { z } from "zod";
import { procedureFor } from "../../trpc";

/** `proof` is the account's password, or its address where it has none. */
export const requestDeletion = procedureFor("account.manageOwn")
  .input(z.strictObject({ proof: z.string().max(1000) }))
  .output(deletionDto)
  .mutation(async ({ ctx, input }) => {
    await confirmOwner({ email: ctx.actor.email, proof: input.proof, peer: ctx.peer });
    return run(ctx.actor, ctx);
  });
