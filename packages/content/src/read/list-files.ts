import { readdir } from "node:fs/promises";

/** Names in a folder, sorted; none when there is no such folder. */
export async function listFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((): string[] => []);
  return names.filter((name) => !name.startsWith(".")).toSorted();
}
