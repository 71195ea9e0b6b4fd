import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { fromBufferPromise } from "yauzl";
import { getExportChunk, requestExport } from "../data-export";
import { runWaitingExports } from "../data-export/run-waiting-exports";

/** Asks, lets a worker make it, and fetches it piece by piece. */
export async function readExport(who: UserActor, context: { clock: Clock; locale: Locale }): Promise<Record<string, string>> {
  const { export: asked } = await requestExport(who, {}, context);
  await runWaitingExports(context.clock);
  const pieces: Buffer[] = [];
  for (let number = 0, last = false; !last; number++) {
    const piece = await getExportChunk(who, { exportId: asked!.id, number }, context);
    pieces.push(Buffer.from(piece.base64, "base64"));
    last = piece.last;
  }
  return unzip(Buffer.concat(pieces));
}
async function unzip(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const texts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    texts[entry.fileName] = Buffer.concat(parts).toString("utf8");
  }
  return texts;
}
