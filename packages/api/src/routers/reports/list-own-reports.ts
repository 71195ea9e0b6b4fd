import { listOwnReports as run, ownReportsInput, ownReportsDto } from "@tidao/services/reports";
import { procedureFor } from "../../trpc";

export const listOwnReports = procedureFor("question.report")
  .input(ownReportsInput)
  .output(ownReportsDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
