import { exportInput, exportStateDto, requestExport as run } from "@tidao/services/data-export";
import { procedureFor } from "../../trpc";

export const requestExport = procedureFor("account.manageOwn")
  .input(exportInput)
  .output(exportStateDto)
  .mutation(({ ctx, input }) => run(ctx.actor, input, ctx));
