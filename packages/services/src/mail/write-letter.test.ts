import { messages } from "@tidao/i18n";
import { type MailKind, type MailParams, locales } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import type { WaitingMail } from "./outbox.repo";
import { writeLetter } from "./write-letter";

const at = "2026-03-02T10:00:00Z";
const name = `<img src=x onerror="alert(1)">`;
const assignment = { id: "a1", title: name, className: "c", dueAt: at };
const params: MailParams = {
  verify: { name, token: "t" },
  reset: { name, token: "t" },
  passwordChanged: { name, at },
  changeEmail: { name, token: "t" },
  emailChanged: { name, email: "new@example.com", token: "t", at },
  emailInUse: { name },
  deletionRequested: { name, at },
  accountErased: { name, at },
  digest: { name, due: 1, opened: [], dueSoon: [assignment], unsubscribe: "u" },
};
/** Where the button of each leads; null where there is nothing left to press. */
const pages: Record<MailKind, string | null> = {
  verify: "/verify-email/t",
  reset: "/reset-password/t",
  passwordChanged: "/forgot-password",
  changeEmail: "/confirm-email/t",
  emailChanged: "/undo-email/t",
  emailInUse: "/sign-in",
  deletionRequested: "/account/data",
  accountErased: null,
  digest: "/practice?due=1",
};
const mailOf = (kind: MailKind, locale: "zh" | "en", given: object = params[kind]) =>
  ({ id: "i", address: "ada@example.com", kind, locale, zone: "Asia/Shanghai", params: given, createdAt: new Date(at), attempts: 1 }) as WaitingMail;

describe.each(locales)("mail in %s", (locale) => {
  test.each(Object.keys(pages) as MailKind[])("%s says what it is about and leads to its page, in text and in HTML", (kind) => {
    const { subject, text, html } = writeLetter(mailOf(kind, locale), "https://learn.example.org");
    expect(subject).toMatch(/\S/);
    for (const form of [subject, text, html.replaceAll(/style="[^"]*"/g, "")]) expect(form).not.toMatch(/[{}]/);
    const page = pages[kind];
    if (page === null) expect(html).not.toContain("href=");
    else {
      const link = `https://learn.example.org/${locale}${page}`;
      expect(text).toContain(`\n${link}\n`);
      expect(html).toContain(`href="${link}"`);
    }
    expect(html).not.toContain("<img");
  });
  test("the last mail says when the account was erased, what is gone and what stays, and that its address goes, too", () => {
    const { text } = writeLetter(mailOf("accountErased", locale), "https://learn.example.org");
    const words = messages[locale].mail.accountErased;
    for (const sentence of [words.gone, words.stays, words.note]) expect(text).toContain(sentence);
    expect(text).toMatch(locale === "en" ? /2 Mar 2026, 18:00 \(Asia\/Shanghai\)/ : /2026年3月2日 ?18:00/);
  });
  test("the day's mail names in its subject only what waits", () => {
    const subject = (due: number, tasks: number) =>
      writeLetter(mailOf("digest", locale, { ...params.digest, due, dueSoon: Array.from({ length: tasks }, (_, i) => ({ ...assignment, id: `a${i}` })) }), "https://x.example").subject;
    const numbers = (text: string) => text.match(/\d+/g)?.map(Number) ?? [];
    expect([numbers(subject(7, 0)), numbers(subject(0, 4)), numbers(subject(7, 4))]).toEqual([[7], [4], [7, 4]]);
  });
});
