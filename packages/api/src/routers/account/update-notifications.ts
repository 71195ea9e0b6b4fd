import { notificationChoices, updateNotifications as run } from "@tidao/services/notifications";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const updateNotifications = procedureFor("account.manageOwn")
  .input(notificationChoices)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input));
