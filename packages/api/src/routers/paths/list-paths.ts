import { listPaths as run, pathListDto } from "@tidao/services/course";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listPaths = procedureFor("course.read")
  .input(z.strictObject({}))
  .output(pathListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
