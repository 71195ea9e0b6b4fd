import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { generateAnswers, type World } from "@tidao/measurement";

/** Rows go to the disk in pieces of this many: one write a row would take longer than making it. */
const piece = 1000;

/** Writes answers of a known generator, with the probabilities that they were drawn with, as `replay` reads them. */
export async function generateFile(path: string, world: Partial<World>, signal?: AbortSignal): Promise<number> {
  let rows = 0;
  function* pieces() {
    yield "learner,skills,item,correct,time,guess,probability\n";
    let lines = "";
    for (const a of generateAnswers(world).answers) {
      const correct = a.correct ? 1 : 0;
      lines += `${a.learner},${a.skills.join(";")},${a.item},${correct},${a.time},${a.guess},${a.probability.toFixed(6)}\n`;
      if (++rows % piece) continue;
      yield lines;
      lines = "";
    }
    yield lines;
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path), { signal });
  return rows;
}
