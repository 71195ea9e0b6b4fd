import fs, { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { courseDir, readCourse } from "./read-course";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "tidao-read-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await rm(dir, { recursive: true, force: true });
});

/** Has these files come from the disk one after the other, in this order, although they are read side by side. */
function handOver(files: readonly string[]): void {
  const { readFile } = fs;
  const turns = files.map(() => Promise.withResolvers<void>());
  turns[0]?.resolve();
  vi.spyOn(fs, "readFile").mockImplementation(async (...args) => {
    const turn = files.findIndex((file) => args[0] === join(dir, file));
    await turns[turn]?.promise;
    // whoever waits for this file goes on before the next one comes
    return readFile(...args).finally(() => setImmediate(() => turns[turn + 1]?.resolve()));
  });
  syncBuiltinESMExports();
}

test("an author is told of faults in one order, whichever of the files comes from the disk first", async () => {
  const topics = ["evaluation", "tokenisation"].map((slug) => `topics/${slug}`);
  for (const file of ["curriculum.yaml", "sources.yaml", "glossary.yaml", ...topics.map((it) => `${it}/topic.yaml`)]) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await cp(join(courseDir, file), join(dir, file));
  }
  const broken = topics.flatMap((topic) => ["a", "b"].map((name) => `${topic}/questions/${name}.yaml`));
  for (const file of broken) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), "a: b: c");
  }
  for (const order of [broken, broken.toReversed()]) {
    handOver(order);
    const told = (await readCourse(dir)).problems.map(({ file }) => file);
    expect([order, told.filter((file) => broken.includes(file))]).toEqual([order, broken]);
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  }
});
