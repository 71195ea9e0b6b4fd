import { getNotifications as run, notificationChoices } from "@tidao/services/notifications";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getNotifications = procedureFor("account.manageOwn")
  .input(z.strictObject({}))
  .output(notificationChoices)
  .query(({ ctx }) => run(ctx.actor));
