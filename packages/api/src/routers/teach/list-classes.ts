import { classListDto, listClasses as run } from "@tidao/services/classes";
import { z } from "zod";
import { procedureFor } from "../../trpc";

export const listClasses = procedureFor("class.teach")
  .input(z.strictObject({}))
  .output(classListDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
