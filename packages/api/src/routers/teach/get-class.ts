import { classInput, getClass as run, taughtClassDto } from "@tidao/services/classes";
import { procedureFor } from "../../trpc";

export const getClass = procedureFor("class.teach")
  .input(classInput)
  .output(taughtClassDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
