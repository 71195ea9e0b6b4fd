import { cancelDeletion as run, deletionDto, deletionInput } from "@tidao/services/erasure";
import { procedureFor } from "../../trpc";

export const cancelDeletion = procedureFor("account.manageOwn")
  .input(deletionInput)
  .output(deletionDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
