import { fileURLToPath } from "node:url";

/**
 * Variables that the worker reads for mail, both optional:
 * - SMTP_URL: `smtp://user:password@host:587` or `smtps://…:465`; `file:///folder` writes each mail there as an .eml file,
 *   which is the default (`.data/mail` of the checkout)
 * - MAIL_FROM: whom mail comes from, `Tidao <no-reply@example.org>`
 * Links lead to WEB_URL.
 */
export interface MailSettings {
  /** Null: a folder. */
  smtpUrl: string | null;
  folder: string;
  from: string;
  webUrl: string;
}

export function readMailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings {
  const url = environment.SMTP_URL || new URL("../../../../.data/mail", import.meta.url).href;
  const scheme = url.split(":", 1)[0];
  // the value is never shown: it may hold a password
  if (scheme !== "file" && scheme !== "smtp" && scheme !== "smtps") throw new Error("SMTP_URL must begin with smtp:, smtps: or file:");
  return {
    smtpUrl: scheme === "file" ? null : url,
    folder: scheme === "file" ? fileURLToPath(url) : "",
    from: environment.MAIL_FROM || "Tidao 题道 <no-reply@localhost>",
    webUrl: new URL(environment.WEB_URL || "http://localhost:3000").origin,
  };
}
