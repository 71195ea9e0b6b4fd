import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { readySender, sendJob } from "../jobs/send-job.repo";
import { deleteReplaceable, type ExportRow, findChunk, findExportRow, insertExport } from "./data-export.repo";

type Context = { clock: Clock };
const hour = 3_600_000;
/** A file this young is given again instead of made anew. */
const freshFor = hour;

export const exportInput = z.strictObject({});
export const exportStateDto = z.strictObject({
  /** Null while there is none. */
  export: z
    .strictObject({
      id: z.string(),
      state: z.enum(["waiting", "running", "ready", "failed"]),
      /** 0 to 1. */
      progress: z.number(),
      bytes: z.number(),
      requestedAt: z.string(),
      finishedAt: z.string().nullable(),
      expiresAt: z.string().nullable(),
      /** From when on another one can be made; null when that is now or when this one is under way. */
      againFrom: z.string().nullable(),
    })
    .nullable(),
});
type ExportState = z.infer<typeof exportStateDto>;

const stateDto = (row: ExportRow | null, now: Date): ExportState => ({
  export: row && {
    id: row.id,
    state: row.state,
    progress: row.state === "ready" ? 1 : row.total > 0 ? Math.min(0.99, row.done / row.total) : 0,
    bytes: row.size,
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    againFrom: againFrom(row, now),
  },
});
function againFrom({ state, finishedAt }: ExportRow, now: Date): string | null {
  if (state !== "ready" || !finishedAt) return null;
  const from = new Date(finishedAt.getTime() + freshFor);
  return from > now ? from.toISOString() : null;
}

/** How far the file of the actor's data is. */
export async function getExport(actor: UserActor, _: z.infer<typeof exportInput>, { clock }: Context): Promise<ExportState> {
  const now = clock.now();
  return stateDto(await findExportRow(actor.id, now), now);
}

/**
 * Asks for a file of everything that is the actor's; a worker begins at once. One at a time: asked again while it is made,
 * or within the hour, it is the same one; later it takes the place of the one before.
 */
export async function requestExport(actor: UserActor, _: z.infer<typeof exportInput>, { clock }: Context): Promise<ExportState> {
  const now = clock.now();
  await readySender();
  return inTransaction(async (connection) => {
    await deleteReplaceable(connection, actor.id, new Date(now.getTime() - freshFor), now);
    if (await insertExport(connection, actor.id, now)) await sendJob(connection, "export-data");
    return stateDto(await findExportRow(actor.id, now, connection), now);
  });
}

export const exportChunkInput = z.strictObject({ exportId: z.uuid(), number: z.number().int().min(0).max(1_000_000) });
export const exportChunkDto = z.strictObject({ base64: z.string(), bytesOfAll: z.number(), last: z.boolean() });
/** One piece of the file, from 0 on. @throws NOT_FOUND for another's, one that is not ready, and one past its time */
export async function getExportChunk(actor: UserActor, { exportId, number }: z.infer<typeof exportChunkInput>, { clock }: Context): Promise<z.infer<typeof exportChunkDto>> {
  const found = await findChunk(actor.id, exportId, number, clock.now());
  if (!found) throw new DomainError("NOT_FOUND", { what: "export" });
  return { base64: found.bytes.toString("base64"), bytesOfAll: found.size, last: found.last };
}
