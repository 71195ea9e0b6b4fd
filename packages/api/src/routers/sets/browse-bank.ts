import { bankInput, bankPageDto, browseBank as run } from "@tidao/services/sets";
import { procedureFor } from "../../trpc";

export const browseBank = procedureFor("bank.browse")
  .input(bankInput)
  .output(bankPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
