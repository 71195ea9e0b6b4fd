import { formatMessage, messages, type MessageParams } from "@tidao/i18n";
import { formatInstant } from "@tidao/i18n/format";
import { type Locale, type MailedAssignment, type MailKind, type MailParams } from "@tidao/kernel";
import { type Block, toHtml, toText } from "./letter-blocks";
import type { WaitingMail } from "./outbox.repo";

export interface Letter {
  id: string;
  kind: MailKind;
  address: string;
  locale: Locale;
  date: Date;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}
interface Draft {
  subject: string;
  blocks: Block[];
  headers?: Record<string, string>;
}
interface Desk {
  locale: Locale;
  zone: string;
  /** The address of a page in the reader's language. */
  to: (path: string) => string;
  /** An address without a language, for machines. */
  api: (path: string) => string;
  say: (sentence: string, params?: MessageParams) => string;
}

/** Words a mail in its reader's language, as plain text and as HTML of the same sentences. */
export function writeLetter(mail: WaitingMail, webUrl: string): Letter {
  const { locale } = mail;
  const words = messages[locale].mail;
  const desk: Desk = {
    locale,
    zone: mail.zone,
    to: (path) => `${webUrl}/${locale}${path}`,
    api: (path) => `${webUrl}/api${path}`,
    say: (sentence, params) => formatMessage(locale, sentence, params),
  };
  const { subject, blocks, headers = {} } = draft(mail, desk);
  const all: Block[] = [
    { kind: "text", text: desk.say(words.greeting, { name: mail.params.name }) },
    ...blocks,
    { kind: "text", text: words.signature },
  ];
  const { id, kind, address, createdAt: date } = mail;
  return { id, kind, address, locale, date, subject, text: toText(all), html: toHtml(all, { locale, subject, copyLink: words.copyLink }), headers };
}

const isOf = <K extends MailKind>(kind: K, mail: WaitingMail): mail is WaitingMail<K> => mail.kind === kind;

function draft(mail: WaitingMail, desk: Desk): Draft {
  const { to, say, locale, zone } = desk;
  const words = messages[locale].mail;
  const plain = (kind: Exclude<MailKind, "digest" | "accountErased">, href: string, params?: MessageParams): Draft => ({
    subject: words[kind].subject,
    blocks: [
      { kind: "text", text: say(words[kind].body, params) },
      { kind: "action", label: words[kind].action, href },
      { kind: "note", text: words[kind].note },
    ],
  });
  const time = (at: string) => `${formatInstant(locale, at, zone)} (${zone})`;
  if (isOf("verify", mail)) return plain("verify", to(`/verify-email/${mail.params.token}`));
  if (isOf("reset", mail)) return plain("reset", to(`/reset-password/${mail.params.token}`));
  if (isOf("passwordChanged", mail)) return plain("passwordChanged", to("/forgot-password"), { time: time(mail.params.at) });
  if (isOf("changeEmail", mail)) return plain("changeEmail", to(`/confirm-email/${mail.params.token}`));
  if (isOf("emailChanged", mail))
    return plain("emailChanged", to(`/undo-email/${mail.params.token}`), { time: time(mail.params.at), email: mail.params.email });
  if (isOf("emailInUse", mail)) return plain("emailInUse", to("/sign-in"));
  if (isOf("deletionRequested", mail)) return plain("deletionRequested", to("/account/data"), { time: time(mail.params.at) });
  if (isOf("accountErased", mail)) return accountErased(mail.params, desk, time);
  if (isOf("digest", mail)) return digest(mail.params, desk);
  // a row of a version that is gone
  throw new Error(`no such mail: ${mail.kind}`);
}

/** Nothing to press: there is no account any more. */
function accountErased({ at }: MailParams["accountErased"], { locale, say }: Desk, time: (at: string) => string): Draft {
  const words = messages[locale].mail.accountErased;
  return {
    subject: words.subject,
    blocks: [
      { kind: "text", text: say(words.body, { time: time(at) }) },
      { kind: "text", text: words.gone },
      { kind: "text", text: words.stays },
      { kind: "note", text: words.note },
    ],
  };
}

const secondsPerReview = 60;

function digest({ due, opened, dueSoon, unsubscribe }: MailParams["digest"], desk: Desk): Draft {
  const { locale, zone, to, api, say } = desk;
  const words = messages[locale].mail.digest;
  const list = (title: string, assignments: MailedAssignment[]): Block[] =>
    assignments.length === 0
      ? []
      : [
          { kind: "heading", text: title },
          {
            kind: "list",
            items: assignments.map((a) => ({
              text: say(words.assignment, { title: a.title, class: a.className, time: formatInstant(locale, a.dueAt, zone) }),
              href: to(`/assignments/${a.id}`),
            })),
          },
        ];
  const tasks = new Set([...opened, ...dueSoon].map((a) => a.id)).size;
  const minutes = Math.max(1, Math.round((due * secondsPerReview) / 60));
  return {
    subject: say(words.subject[due === 0 ? "assignments" : tasks === 0 ? "reviews" : "both"], { due, tasks }),
    blocks: [
      ...(due > 0
        ? ([
            { kind: "text", text: say(words.due, { count: due, minutes }) },
            { kind: "action", label: words.dueAction, href: to("/practice?due=1") },
          ] satisfies Block[])
        : []),
      ...list(words.dueSoon, dueSoon),
      ...list(words.opened, opened),
      ...(tasks > 0 ? ([{ kind: "link", label: words.assignmentsAction, href: to("/assignments") }] satisfies Block[]) : []),
      { kind: "note", text: words.why },
      { kind: "link", label: words.settings, href: to("/account/notifications") },
      { kind: "link", label: words.unsubscribe, href: to(`/unsubscribe/${unsubscribe}`) },
    ],
    // RFC 2369 and RFC 8058: a press in the reader's mail programme, without a page
    headers: {
      "List-Unsubscribe": `<${api(`/unsubscribe/${unsubscribe}`)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
