import { deletionDto, deletionInput, getDeletion as run } from "@tidao/services/erasure";
import { procedureFor } from "../../trpc";

export const getDeletion = procedureFor("account.manageOwn")
  .input(deletionInput)
  .output(deletionDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
