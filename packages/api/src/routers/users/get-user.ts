import { getUser as run, userForAdmin, userIdInput } from "@tidao/services/users";
import { procedureFor } from "../../trpc";

export const getUser = procedureFor("user.read")
  .input(userIdInput)
  .output(userForAdmin)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
