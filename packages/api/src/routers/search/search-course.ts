import { searchCourse as run, searchDto, searchInput } from "@tidao/services/search";
import { procedureFor } from "../../trpc";

export const searchCourse = procedureFor("course.read")
  .input(searchInput)
  .output(searchDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
