import { exportChunkDto, exportChunkInput, getExportChunk as run } from "@tidao/services/data-export";
import { procedureFor } from "../../trpc";

/** For the download, which puts the pieces together as a stream. */
export const getExportChunk = procedureFor("account.manageOwn")
  .input(exportChunkInput)
  .output(exportChunkDto)
  .query(({ ctx, input }) => run(ctx.actor, input, ctx));
