import { leavePath as run, pathInput } from "@tidao/services/course";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const leavePath = procedureFor("course.read")
  .input(pathInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
