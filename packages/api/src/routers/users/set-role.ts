import { setRole as run, setRoleInput, userForAdmin } from "@tidao/services/users";
import { procedureFor } from "../../trpc";

export const setRole = procedureFor("user.manageRoles")
  .input(setRoleInput)
  .output(userForAdmin)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
