import { pathDeadlineInput, setPathDeadline as run } from "@tidao/services/course";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const setPathDeadline = procedureFor("course.read")
  .input(pathDeadlineInput)
  .output(z.null())
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
