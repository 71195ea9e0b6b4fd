import { signOutUser as run, userForAdmin, userIdInput } from "@tidao/services/users";
import { procedureFor } from "../../trpc";

export const signOutUser = procedureFor("user.suspend")
  .input(userIdInput)
  .output(userForAdmin)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
