import type { Clock } from "@tidao/kernel";
import { type Claim, claimExport, insertChunk, markReady, markTried, saveProgress } from "./data-export.repo";
import { readSnapshot } from "./snapshot.repo";
import { writeArchive } from "./write-archive";

/** A worker that has said nothing for so long is given up for dead. */
const silence = 2 * 60_000;
const keptFor = 7 * 86_400_000;
const chunkBytes = 256 * 1024;
class Superseded extends Error {}

/**
 * Makes every export that waits, one after the other: a job that is sent when somebody asks. Any number may run; each
 * export is made by one of them, and one whose worker died is begun anew.
 * @returns how many were made
 */
export async function runWaitingExports(clock: Clock): Promise<number> {
  let made = 0;
  for (;;) {
    const now = clock.now();
    const claim = await claimExport(now, new Date(now.getTime() - silence));
    if (!claim) return made;
    try {
      if (await makeExport(claim, clock)) made++;
    } catch (error) {
      if (error instanceof Superseded) continue;
      await markTried(claim, clock.now());
      throw error;
    }
  }
}

/** Reads the account in one snapshot and writes its zip into the database piece by piece; nothing is ever whole in memory. */
async function makeExport(claim: Claim, clock: Clock): Promise<boolean> {
  const size = await readSnapshot(claim.userId, clock.now(), async (snapshot) => {
    let [number, bytes] = [0, 0];
    const write = async (chunk: Buffer) => {
      if (!(await insertChunk(claim, number++, chunk))) throw new Superseded();
      bytes += chunk.length;
    };
    const progress = async (done: number, total: number) => {
      if (!(await saveProgress(claim, done, total, clock.now()))) throw new Superseded();
    };
    for await (const chunk of inChunks(writeArchive(snapshot, progress))) await write(chunk);
    return bytes;
  });
  // the account may be gone by now
  if (size === null) return false;
  const now = clock.now();
  return markReady(claim, size, now, new Date(now.getTime() + keptFor));
}

async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    held.push(piece);
    length += piece.length;
    if (length < chunkBytes) continue;
    yield Buffer.concat(held, length);
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(held, length);
}
