import { getLink as run } from "@tidao/auth";
import { linkKinds } from "@tidao/kernel";
import { z } from "zod";
import { publicProcedure } from "../../trpc";

/** What has become of a mailed link; asking does not use it. */
export const getLink = publicProcedure
  .input(z.strictObject({ kind: z.enum(linkKinds), token: z.string().max(100) }))
  .output(z.strictObject({ state: z.enum(["open", "used", "expired", "replaced", "unknown"]) }))
  .query(async ({ ctx, input }) => ({ state: await run(input, ctx.clock.now()) }));
