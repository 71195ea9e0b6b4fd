import { deskDto, getDesk as run, noInput } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const getDesk = procedureFor("question.read")
  .input(noInput)
  .output(deskDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
