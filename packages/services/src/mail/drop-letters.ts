import { readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { readMailSettings } from "./mail-settings";

/** The lines of a message before its body, those that were broken put together again (RFC 5322, 2.2.3). */
const headOf = (message: string) => message.slice(0, message.indexOf("\n\n")).replace(/\n[ \t]+/g, " ");

/**
 * Removes from the folder of mail what went to an address. Where mail goes by SMTP there is nothing to remove.
 * @returns how many letters there were
 */
export async function dropLetters(address: string, { smtpUrl, folder }: { smtpUrl: string | null; folder: string } = readMailSettings()): Promise<number> {
  if (smtpUrl !== null) return 0;
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let dropped = 0;
  for (const name of names.filter((file) => file.endsWith(".eml"))) {
    const file = join(folder, name);
    const to = /^to: (.*)$/im.exec(headOf(await readFile(file, "utf8")))?.[1] ?? "";
    if (!to.toLowerCase().split(/[\s<>,]+/).includes(address.toLowerCase())) continue;
    await unlink(file);
    dropped++;
  }
  return dropped;
}
