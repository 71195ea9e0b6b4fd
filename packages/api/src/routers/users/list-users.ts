import { listUsers as run, userFilterInput, userPageDto } from "@tidao/services/users";
import { procedureFor } from "../../trpc";

export const listUsers = procedureFor("user.read")
  .input(userFilterInput)
  .output(userPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
