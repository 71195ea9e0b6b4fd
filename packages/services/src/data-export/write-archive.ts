import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { files } from "./exported-files";
import { type ExportedFile, pagesOf } from "./exported-file";
import { readablePage } from "./readable-page";
import { timeIn } from "./readable-sections";
import { readMe } from "./readable-words";
import type { Snapshot } from "./snapshot.repo";

/** Says how many rows of how many were written; throwing stops the archive. */
export type Progress = (done: number, total: number) => Promise<void>;

/**
 * The zip of one account: `index.html` to read, `data/*.json` for programs, a note. Entries are made one after the other as
 * the reader takes them (deflate, zip64 where needed), each from its query's pages.
 */
export async function* writeArchive(snapshot: Snapshot, progress: Progress): AsyncGenerator<Buffer> {
  // an answer is told twice, and has at least a submission and a grading in the log
  const total = snapshot.account.lastSeq + files.length;
  let done = 0;
  const count = async (rows: number) => {
    done += rows;
    await progress(done, total);
  };
  await count(0);
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // what goes wrong in one entry ends the whole
  zip.on("error", (error: Error) => output.destroy(error));
  const add = (name: string, text: () => AsyncIterable<string> | Iterable<string>) =>
    zip.addReadStreamLazy(name, { mtime: snapshot.at }, (give) => give(null, Readable.from(text(), { objectMode: false })));
  add("README.txt", () => [readMe(snapshot, timeIn(snapshot)(snapshot.at))]);
  for (const file of files) add(`data/${file.name}`, () => jsonText(file, snapshot, count));
  add("index.html", () => readablePage(snapshot, count));
  zip.end();
  for await (const chunk of output) yield chunk as Buffer;
}

/** A JSON array a row a line, written as its pages are read; or the one object. */
async function* jsonText(file: ExportedFile, snapshot: Snapshot, count: (rows: number) => Promise<void>): AsyncGenerator<string> {
  let rows = 0;
  for await (const page of pagesOf(file, snapshot)) {
    for (const row of page) yield file.single ? JSON.stringify(row, null, 2) : `${rows++ ? "," : "["}\n${JSON.stringify(row)}`;
    await count(page.length);
  }
  if (!file.single) yield rows ? "\n]\n" : "[]\n";
  await count(1);
}
