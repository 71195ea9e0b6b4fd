import { getHome as run, homeDto } from "@tidao/services/home";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const getHome = procedureFor("progress.readOwn")
  .input(z.strictObject({}))
  .output(homeDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
