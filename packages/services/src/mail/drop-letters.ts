import { readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { MailKind } from "@tidao/kernel";
import { readMailSettings } from "./mail-settings";

/** A letter goes when all that is given holds of it. */
export interface WhichLetters {
  /** Of the mails that they were written for. */
  ids?: readonly string[];
  /** To whom they went. */
  address?: string;
  kind?: MailKind;
  /** When their mail was made, to the second. */
  madeBefore?: Date;
}

/** An instant as it stands in the name of a letter. */
export const letterTime = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(":", "-");

/** The lines of a message before its body, those that were broken put together again (RFC 5322, 2.2.3). */
const headOf = (message: string) => message.slice(0, message.indexOf("\n\n")).replace(/\n[ \t]+/g, " ");
/** As the post office names them: when, kind, id of the mail. */
const named = /^(?<made>[-\dT]{19})-(?<kind>\w+)-(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/;

/**
 * Removes letters from the folder of mail. Where mail goes by SMTP there is nothing to remove.
 * @returns how many letters there were
 */
export async function dropLetters(
  { ids, address, kind, madeBefore }: WhichLetters,
  { smtpUrl, folder }: { smtpUrl: string | null; folder: string } = readMailSettings(),
): Promise<number> {
  if (smtpUrl !== null || ids?.length === 0) return 0;
  const names = await readdir(folder).catch(unlessMissing([]));
  const wanted = ids && new Set(ids);
  let dropped = 0;
  for (const name of names) {
    const { made, id, kind: kindOf } = named.exec(name)?.groups ?? {};
    if (made === undefined || id === undefined || (wanted && !wanted.has(id)) || (kind && kind !== kindOf)) continue;
    if (madeBefore && made >= letterTime(madeBefore)) continue;
    const file = join(folder, name);
    if (address !== undefined && !(await goesTo(file, address))) continue;
    // another worker may be at it, too
    await unlink(file).then(() => dropped++, unlessMissing(0));
  }
  return dropped;
}

async function goesTo(file: string, address: string): Promise<boolean> {
  const head = headOf(await readFile(file, "utf8").catch(unlessMissing("")));
  const to = /^to: (.*)$/im.exec(head)?.[1] ?? "";
  return to.toLowerCase().split(/[\s<>,]+/).includes(address.toLowerCase());
}

const unlessMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
