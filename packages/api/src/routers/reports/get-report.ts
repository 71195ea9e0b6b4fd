import { getReport as run, reportIdInput, reportForEditorDto } from "@tidao/services/reports";
import { procedureFor } from "../../trpc";

export const getReport = procedureFor("question.edit")
  .input(reportIdInput)
  .output(reportForEditorDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
