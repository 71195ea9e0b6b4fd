import { accessListDto, accessListInput, listAccesses as run } from "@tidao/services/data-access";
import { procedureFor } from "../../trpc";

export const listAccesses = procedureFor("account.manageOwn")
  .input(accessListInput)
  .output(accessListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
