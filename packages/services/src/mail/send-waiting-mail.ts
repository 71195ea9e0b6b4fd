import type { Clock } from "@tidao/kernel";
import { claimMail, markFailed, markSent, maxAttempts } from "./outbox.repo";
import { isRefusal, type PostOffice } from "./post-office";
import { writeLetter } from "./write-letter";

/** Never what stands in a mail, nor to whom it goes. */
export interface MailEvent {
  /** Missing where no single mail failed. */
  id?: string;
  kind?: string;
  outcome: "sent" | "failed" | "given-up";
  file?: string;
  error?: string;
}

/** Servers repeat in their refusal whom they refuse. */
const withoutAddress = (text: string, address: string) => text.replaceAll(new RegExp(address.replaceAll(/\W/g, "\\$&"), "gi"), "[address]");

/**
 * Sends what waits. Each mail is claimed before it is sent, so that of any number of workers one sends it; what fails
 * comes back after a while, and is given up after half a day or when the server refuses it for good.
 * @returns how many were sent
 */
export async function sendWaitingMail(
  clock: Clock,
  { office, webUrl, report = () => {} }: { office: PostOffice; webUrl: string; report?: (event: MailEvent) => void },
): Promise<number> {
  let sent = 0;
  for (;;) {
    const mail = await claimMail(clock.now());
    if (!mail) return sent;
    const { id, kind } = mail;
    try {
      // what a worker wrote that died before it knew that the account was gone
      if (kind === "accountErased") await office.drop({ address: mail.address, madeBefore: mail.createdAt });
      const file = await office.send(writeLetter(mail, webUrl));
      const isKept = await markSent(id, clock.now());
      // its account was erased while it was on its way
      if (!isKept) await office.drop({ ids: [id] });
      report({ id, kind, outcome: "sent", ...(file && isKept && { file }) });
      sent++;
    } catch (error) {
      const text = withoutAddress(error instanceof Error ? error.message : "unknown", mail.address);
      const forGood = mail.attempts >= maxAttempts || isRefusal(error);
      await markFailed(id, text, forGood, clock.now());
      report({ id, kind, outcome: forGood ? "given-up" : "failed", error: text });
    }
  }
}
