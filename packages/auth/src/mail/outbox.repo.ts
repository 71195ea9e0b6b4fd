import type { Locale, MailKind, MailParams } from "@tidao/kernel";
import type { Connection } from "@tidao/prisma";

export interface Recipient {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  zone: string;
}

/** Leaves a mail for the worker, in the transaction of what it tells of. `expiresAt`: after it nobody needs the mail. */
export async function queueMail<K extends MailKind>(
  connection: Connection,
  mail: { to: Recipient; address?: string; kind: K; params: MailParams[K]; expiresAt: Date },
  now: Date,
): Promise<void> {
  await connection.query(
    `insert into mail_outbox (user_id, address, kind, locale, zone, params, created_at, next_attempt_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      mail.to.id,
      mail.address ?? mail.to.email,
      mail.kind,
      mail.to.locale,
      mail.to.zone,
      mail.params,
      now,
      mail.expiresAt,
    ],
  );
}
