import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UserActor } from "@tidao/access";
import { fixedClock, type Locale, type MailKind, type MailParams } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { purgeExpired } from "../housekeeping/purge-expired";
import { makeActor } from "../testing";
import { openPostOffice, type PostOffice } from "./post-office";
import { queueMail } from "./outbox.repo";
import { type MailEvent, sendWaitingMail } from "./send-waiting-mail";
import type { Letter } from "./write-letter";

const webUrl = "https://learn.example.org";
const monday = Date.parse("2026-03-02T10:00:00Z");
const after = (minutes: number) => fixedClock(new Date(monday + minutes * 60_000).toISOString());
const token = "t0ken-".padEnd(43, "x");
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let ada: UserActor;
beforeAll(async () => {
  database = await openTestDatabase();
  ada = await makeActor();
  await pool.query(`update "user" set email = 'ada@example.com' where id = $1`, [ada.id]);
  folder = await mkdtemp(join(tmpdir(), "tidao-mail-"));
});
beforeEach(() => pool.query(`delete from mail_outbox`));
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const queue = <K extends MailKind>(kind: K, params: MailParams[K], { locale = "en", goodFor = 60, owned = true }: { locale?: Locale; goodFor?: number; owned?: boolean } = {}) =>
  inTransaction((connection) =>
    queueMail(connection, { userId: owned ? ada.id : null, address: "ada@example.com", kind, locale, zone: "Asia/Shanghai", params, expiresAt: after(goodFor).now() }, after(0).now()),
  );
const rows = async () => (await pool.query(`select params, attempts, sent_at, given_up_at, last_error from mail_outbox order by id`)).rows;
const officeOf = (send: PostOffice["send"]): PostOffice => ({ send, drop: () => Promise.resolve(0) });
const away = officeOf(() => Promise.reject(new Error("connect ECONNREFUSED 192.0.2.1:587")));
const inFolder = () => openPostOffice({ smtpUrl: null, folder, from: "Tidao 题道 <no-reply@example.org>", webUrl });

test("where no server is set, mail is a file that only this user reads, in the reader's language, and the outbox forgets the link", async () => {
  await queue("reset", { name: "林 <b>学</b>", token }, { locale: "zh" });
  const events: MailEvent[] = [];
  expect(await sendWaitingMail(after(0), { office: inFolder(), webUrl, report: (event) => events.push(event) })).toBe(1);
  const [name] = await readdir(folder);
  expect(events).toEqual([{ id: expect.any(String), kind: "reset", outcome: "sent", file: join(folder, name!) }]);
  expect(JSON.stringify(events)).not.toContain(token);
  const eml = await readFile(join(folder, name!), "utf8");
  expect((await stat(join(folder, name!))).mode & 0o077).toBe(0);
  expect(eml).toContain("To: ada@example.com");
  expect(eml).toContain("Content-Language: zh");
  expect(eml).toMatch(/^Message-ID: <[0-9a-f-]{36}@learn\.example\.org>$/m);
  const text = Buffer.from(eml.replaceAll(/=\n/g, "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), "latin1").toString("utf8");
  expect(text).toContain(`${webUrl}/zh/reset-password/${token}`);
  expect(text).toContain("林 &lt;b&gt;学&lt;/b&gt;，你好：");
  expect(await rows()).toMatchObject([{ params: {}, attempts: 1, sent_at: after(0).now() }]);
});

test("a mail is sent once, by one of many workers", async () => {
  for (let i = 0; i < 12; i++) await queue("verify", { name: `n${i}`, token });
  const letters: Letter[] = [];
  const office = officeOf((letter) => Promise.resolve(void letters.push(letter)).then(() => null));
  await Promise.all([1, 2, 3].map(() => sendWaitingMail(after(0), { office, webUrl })));
  await sendWaitingMail(after(30), { office, webUrl });
  expect(letters).toHaveLength(12);
  expect(new Set(letters.map(({ id }) => id)).size).toBe(12);
});

test("a mail that was taken by a worker that died comes back after two minutes with the same id", async () => {
  await queue("verify", { name: "Ada", token });
  const never = officeOf(() => new Promise(() => {}));
  void sendWaitingMail(after(0), { office: never, webUrl });
  await expect.poll(async () => (await rows())[0].attempts).toBe(1);
  const ids: string[] = [];
  const office = officeOf((letter) => Promise.resolve(void ids.push(letter.id)).then(() => null));
  expect(await sendWaitingMail(after(1), { office, webUrl })).toBe(0);
  expect(await sendWaitingMail(after(2), { office, webUrl })).toBe(1);
  expect(ids).toHaveLength(1);
});

test("what fails is tried again, later and later, keeps its link meanwhile, and is given up in the end", async () => {
  await queue("verify", { name: "Ada", token }, { goodFor: 3 * 24 * 60 });
  let tries = 0;
  for (let minute = 0; minute < 2 * 24 * 60; minute += 2) {
    const before = (await rows())[0].attempts;
    await sendWaitingMail(after(minute), { office: away, webUrl });
    const [row] = await rows();
    if (row.attempts === before) continue;
    tries++;
    expect(row.last_error).toContain("ECONNREFUSED");
    expect(row.params).toEqual(tries < 7 ? { name: "Ada", token } : {});
  }
  expect([tries, (await rows())[0].given_up_at]).toEqual([7, expect.any(Date)]);
});

test("what the server refuses for good is not tried again", async () => {
  await queue("verify", { name: "Ada", token });
  const refusal = Object.assign(new Error("550 no such mailbox"), { code: "EENVELOPE", responseCode: 550 });
  await sendWaitingMail(after(0), { office: officeOf(() => Promise.reject(refusal)), webUrl });
  expect(await rows()).toMatchObject([{ attempts: 1, params: {}, given_up_at: expect.any(Date) }]);
});

test("what a server says of an address is kept and logged without the address", async () => {
  await queue("verify", { name: "Ada", token });
  const refusal = Object.assign(new Error("550 5.1.1 <Ada@example.com>: no such mailbox ada@example.com"), { code: "EENVELOPE", responseCode: 550 });
  const events: MailEvent[] = [];
  await sendWaitingMail(after(0), { office: officeOf(() => Promise.reject(refusal)), webUrl, report: (event) => events.push(event) });
  const said = "550 5.1.1 <[address]>: no such mailbox [address]";
  expect([(await rows())[0].last_error, events[0]?.error]).toEqual([said, said]);
});

test("a letter whose account is erased while it is on its way does not stay in the folder", async () => {
  await queue("verify", { name: "Ada", token });
  const office = inFolder();
  const slow: PostOffice = { ...office, send: async (letter) => {
    const file = await office.send(letter);
    await pool.query(`delete from mail_outbox`);
    return file;
  } };
  const before = await readdir(folder);
  const events: MailEvent[] = [];
  expect(await sendWaitingMail(after(0), { office: slow, webUrl, report: (event) => events.push(event) })).toBe(1);
  expect(await readdir(folder)).toEqual(before);
  expect(events).toEqual([{ id: expect.any(String), kind: "verify", outcome: "sent" }]);
});

describe("the last letter to an account that is gone, whose row is nobody's,", () => {
  const lastLetter = () => queue("accountErased", { name: "Ada", at: after(0).now().toISOString() }, { goodFor: 24 * 60, owned: false });
  const refusal = Object.assign(new Error("550 no such mailbox"), { code: "EENVELOPE", responseCode: 550 });

  test("leaves no row once it is sent", async () => {
    await lastLetter();
    const letters: Letter[] = [];
    const office = officeOf((letter) => Promise.resolve(void letters.push(letter)).then(() => null));
    expect(await sendWaitingMail(after(2), { office, webUrl })).toBe(1);
    expect(letters).toMatchObject([{ address: "ada@example.com", kind: "accountErased" }]);
    expect(await rows()).toEqual([]);
  });
  test("leaves none when its address is refused for good", async () => {
    await lastLetter();
    await sendWaitingMail(after(2), { office: officeOf(() => Promise.reject(refusal)), webUrl });
    expect(await rows()).toEqual([]);
  });
  test("is tried again while the server is away, and leaves no row when it is given up", async () => {
    await lastLetter();
    const kept: number[] = [];
    for (let minute = 2; minute < 24 * 60; minute += 10) {
      await sendWaitingMail(after(minute), { office: away, webUrl });
      if ((await rows()).length > 0) kept.push(minute);
    }
    expect(kept.length).toBeGreaterThan(30);
    expect(await rows()).toEqual([]);
  });
  test("that a worker took to its grave is sent by the next, and leaves no row", async () => {
    await lastLetter();
    void sendWaitingMail(after(2), { office: officeOf(() => new Promise(() => {})), webUrl });
    await expect.poll(async () => (await rows())[0].attempts).toBe(1);
    expect(await sendWaitingMail(after(4), { office: inFolder(), webUrl })).toBe(1);
    expect(await rows()).toEqual([]);
  });
  test("that no worker came to send is erased after a day", async () => {
    await lastLetter();
    await purgeExpired(after(24 * 60 - 1));
    expect(await rows()).toHaveLength(1);
    await purgeExpired(after(24 * 60));
    expect(await rows()).toEqual([]);
  });
});

test("a link that has expired is not sent any more, and housekeeping takes it out of the outbox", async () => {
  await queue("reset", { name: "Ada", token });
  expect(await sendWaitingMail(after(60), { office: inFolder(), webUrl })).toBe(0);
  await purgeExpired(after(61));
  expect(await rows()).toMatchObject([{ params: {}, given_up_at: after(61).now() }]);
});

test("the daily mail can be stopped by a press in the mail programme, and says once what it is about", async () => {
  const assignment = (id: string) => ({ id, title: "第一周", className: "Class one", dueAt: after(600).now().toISOString() });
  await queue("digest", { name: "Ada", due: 3, opened: [assignment("a1")], dueSoon: [assignment("a2")], unsubscribe: "u.mark" });
  const letters: Letter[] = [];
  await sendWaitingMail(after(0), { office: officeOf((letter) => Promise.resolve(void letters.push(letter)).then(() => null)), webUrl });
  expect(letters[0]).toMatchObject({
    subject: "3 reviews and 2 assignments for today",
    headers: { "List-Unsubscribe": `<${webUrl}/api/unsubscribe/u.mark>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  });
  // shown in the reader's zone: 20:00 UTC is the next morning in Shanghai
  expect(letters[0]!.text).toContain("第一周 (Class one), due 3 Mar 2026, 04:00\n  https://learn.example.org/en/assignments/a2");
  expect(letters[0]!.text).toContain(`${webUrl}/en/unsubscribe/u.mark`);
});
