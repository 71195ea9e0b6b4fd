import { exportInput, exportStateDto, getExport as run } from "@tidao/services/data-export";
import { procedureFor } from "../../trpc";

export const getExport = procedureFor("account.manageOwn")
  .input(exportInput)
  .output(exportStateDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
