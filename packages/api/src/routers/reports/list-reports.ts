import { listReports as run, reportsInput, reportsPageDto } from "@tidao/services/reports";
import { procedureFor } from "../../trpc";

export const listReports = procedureFor("question.edit")
  .input(reportsInput)
  .output(reportsPageDto)
  .query(({ ctx, input }) => run(ctx.actor, input));
