import { setSuspendedInput, suspendUser as run, userForAdmin } from "@tidao/services/users";
import { procedureFor } from "../../trpc";

export const suspendUser = procedureFor("user.suspend")
  .input(setSuspendedInput)
  .output(userForAdmin)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
