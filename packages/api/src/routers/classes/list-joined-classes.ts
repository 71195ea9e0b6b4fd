import { joinedClassListDto, listJoinedClasses as run } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listJoinedClasses = procedureFor("class.join")
  .input(z.strictObject({}))
  .output(joinedClassListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
