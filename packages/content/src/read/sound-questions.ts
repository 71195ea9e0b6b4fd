import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Questions without a fault, by the hash of what was checked. */
export interface SoundQuestions {
  has(hash: string): boolean;
  add(hash: string): void;
}
interface Kept {
  checker: string;
  sound: string[];
}

/** What decides whether a question is sound: the compiler's own code, the graders', the generator of seeds and the libraries. */
function checkerHash(): string {
  const root = join(import.meta.dirname, "../../..");
  const files = globSync("{content,grading,kernel}/src/**/*.ts", { cwd: root }).filter(
    (file) => !file.endsWith(".test.ts"),
  );
  const hash = createHash("sha256");
  for (const file of [...files.toSorted(), "../pnpm-lock.yaml"])
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * What this very checker found sound before, kept in a file. `save` keeps what was asked for or added since, so that what
 * is gone from the course goes from the file. A file that cannot be read counts as empty.
 */
export async function openSoundQuestions(file: string): Promise<SoundQuestions & { save(): Promise<void> }> {
  const checker = checkerHash();
  const kept = await readFile(file, "utf8")
    .then((text) => JSON.parse(text) as Kept)
    .catch(() => null);
  const before = new Set(kept?.checker === checker ? kept.sound : []);
  const now = new Set<string>();
  return {
    has(hash) {
      if (before.has(hash)) now.add(hash);
      return before.has(hash);
    },
    add: (hash) => void now.add(hash),
    async save() {
      await mkdir(dirname(file), { recursive: true });
      const written = `${file}.${process.pid}`;
      await writeFile(written, JSON.stringify({ checker, sound: [...now] } satisfies Kept));
      await rename(written, file);
    },
  };
}
