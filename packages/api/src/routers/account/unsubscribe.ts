import { unsubscribe as run } from "@tidao/services/notifications";
import { z } from "zod";
import { publicProcedure } from "../../trpc";

/** Stops the daily mail by the link in it, without signing in. */
export const unsubscribe = publicProcedure
  .input(z.strictObject({ token: z.string().max(200) }))
  .output(z.null())
  .mutation(({ input }) => run(input));
