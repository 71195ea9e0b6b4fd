import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "@tidao/kernel";
import { readMailSettings } from "./mail-settings";
import { openPostOffice } from "./post-office";
import { type MailEvent, sendWaitingMail } from "./send-waiting-mail";

const restMs = 1000;

export interface MailRound {
  /** The folder, or "smtp". */
  where: string;
  stop(): Promise<void>;
}

/**
 * Looks every second whether mail waits (one indexed read): who asked for a link stands before the screen. A database or
 * a mail server that is away is asked again.
 */
export function startMailRound(clock: Clock, report: (event: MailEvent) => void): MailRound {
  const settings = readMailSettings();
  const office = openPostOffice(settings);
  const stopping = new AbortController();
  const round = async () => {
    let failing = false;
    while (!stopping.signal.aborted) {
      try {
        await sendWaitingMail(clock, { office, webUrl: settings.webUrl, report });
        failing = false;
      } catch (error) {
        // once, not every second of an hour
        if (!failing) report({ outcome: "failed", error: error instanceof Error ? error.message : "unknown" });
        failing = true;
      }
      await sleep(restMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = round();
  return {
    where: settings.smtpUrl === null ? settings.folder : "smtp",
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
