import { resolveReport as run, resolveReportInput, resolvedReportDto } from "@tidao/services/reports";
import { procedureFor } from "../../trpc";

export const resolveReport = procedureFor("question.edit")
  .input(resolveReportInput)
  .output(resolvedReportDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
