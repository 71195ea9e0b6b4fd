import { preferencesInput, updatePreferences as run } from "@tidao/services/account";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const updatePreferences = procedureFor("account.manageOwn")
  .input(preferencesInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
