import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { dropLetters, letterTime, type WhichLetters } from "./drop-letters";
import type { Letter } from "./write-letter";
import type { MailSettings } from "./mail-settings";

export interface PostOffice {
  /** @returns the file that was written, or null when it went by SMTP */
  send(letter: Letter): Promise<string | null>;
  /** Removes letters that lie here; by SMTP none do. */
  drop(which: WhichLetters): Promise<number>;
}

const seconds = (n: number) => n * 1000;
/** Together under the two minutes for which a mail is claimed. */
const patience = { connectionTimeout: seconds(15), greetingTimeout: seconds(15), socketTimeout: seconds(30), dnsTimeout: seconds(10) };

/** Where mail goes: to an SMTP server where one is set, else into a folder. */
export function openPostOffice({ smtpUrl, folder, from, webUrl }: MailSettings): PostOffice {
  const message = (letter: Letter) => ({
    from,
    to: { name: "", address: letter.address },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    // the same for every try: who got it already drops the second
    messageId: `<${letter.id}@${new URL(webUrl).hostname}>`,
    date: letter.date,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": letter.locale, ...letter.headers },
    textEncoding: "quoted-printable" as const,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (smtpUrl !== null) {
    const server = createTransport({ url: smtpUrl, ...patience });
    return {
      send: async (letter) => {
        await server.sendMail(message(letter));
        return null;
      },
      drop: () => Promise.resolve(0),
    };
  }
  const printer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    send: async (letter) => {
      const { message: eml } = await printer.sendMail(message(letter));
      await mkdir(folder, { recursive: true });
      // named after the mail, so that a second try overwrites the first
      const file = join(folder, `${letterTime(letter.date)}-${letter.kind}-${letter.id}.eml`);
      // links in it open an account: for this user's eyes only
      await writeFile(file, eml as Buffer, { mode: 0o600 });
      return file;
    },
    drop: (which) => dropLetters(which, { smtpUrl, folder }),
  };
}

/** Whether trying again is of no use: the server refused this mail for good (RFC 5321, 4.2.1: 5yz). */
export function isRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (code === "EENVELOPE" || code === "EMESSAGE") && typeof responseCode === "number" && responseCode >= 500;
}
