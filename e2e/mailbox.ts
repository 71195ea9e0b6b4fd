import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";

/** The served product sends into a folder of this run. */
const folder = () => fileURLToPath(process.env.SMTP_URL ?? "file:///nowhere");

interface Mail {
  kind: string;
  text: string;
}

/** What arrived at an address, the oldest first. */
function mailsAt(address: string): Mail[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder()).toSorted();
  } catch {
    // nothing was sent yet
  }
  return names.flatMap((name) => {
    const eml = readFileSync(join(folder(), name), "utf8");
    const kind = /^[\dT-]+-([a-zA-Z]+)-/.exec(name)?.[1] ?? "";
    return eml.includes(`\nTo: ${address}\n`) ? [{ kind, text: plainPart(eml) }] : [];
  });
}

/** The quoted-printable text of a mail (RFC 2045, 6.7). */
function plainPart(eml: string): string {
  // up to the boundary in full: a link that was broken over two lines may go on with two dashes
  const end = `\n--${/boundary="([^"]+)"/.exec(eml)?.[1] ?? ""}`;
  const raw = /Content-Type: text\/plain[\s\S]*?\n\n([\s\S]*)/.exec(eml)?.[1]?.split(end)[0] ?? "";
  const bytes = raw.replaceAll(/=\n/g, "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Waits for the newest mail of a kind, the `count`-th of it. @returns the address that its button leads to */
export async function mailedLink(address: string, kind: string, count = 1): Promise<string> {
  const found = () => mailsAt(address).filter((mail) => mail.kind === kind);
  await expect.poll(() => found().length, { message: `${kind} at ${address}`, timeout: 20_000 }).toBe(count);
  return /^https?:\/\/\S+$/m.exec(found().at(-1)?.text ?? "")?.[0] ?? "";
}
