import { getVersion as run, versionSpecDto, versionSpecInput } from "@tidao/services/questions";
import { procedureFor } from "../../trpc";

export const getVersion = procedureFor("question.read")
  .input(versionSpecInput)
  .output(versionSpecDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
