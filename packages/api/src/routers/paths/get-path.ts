import { getPath as run, pathDto, pathInput } from "@tidao/services/course";
import { procedureFor } from "../../trpc";

export const getPath = procedureFor("course.read")
  .input(pathInput)
  .output(pathDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
