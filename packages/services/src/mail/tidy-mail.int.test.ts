import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fixedClock } from "@tidao/kernel";
import { inTransaction, pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { purgeExpired } from "../housekeeping/purge-expired";
import { makeActor } from "../testing";
import { readMailSettings } from "./mail-settings";
import { queueMail } from "./outbox.repo";
import { openPostOffice } from "./post-office";
import { sendWaitingMail } from "./send-waiting-mail";

const folder = mkdtempSync(join(tmpdir(), "tidao-mail-"));
process.env.SMTP_URL = pathToFileURL(folder).href;
const monday = Date.parse("2026-03-02T10:00:00Z");
const afterDays = (days: number) => fixedClock(new Date(monday + days * 86_400_000).toISOString());
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const letter = (userId: string, address: string, goodForDays: number) =>
  inTransaction((connection) =>
    queueMail(connection, { userId, address, kind: "verify", locale: "en", zone: "UTC", params: { name: "Ada", token: "t" }, expiresAt: afterDays(goodForDays).now() }, afterDays(0).now()),
  );
const addresses = async () => (await pool.query<{ address: string }>(`select address from mail_outbox order by id`)).rows.map(({ address }) => address);
const letters = async () => (await readdir(folder)).length;

test("an address that was left goes from the outbox, the links and the folder when its letters are of no use any more, and nobody else's with it", async () => {
  const [me, next] = [await makeActor(), await makeActor()];
  const left = `left-${randomUUID()}@example.test`;
  // mine while it was mine, and today somebody else's
  await letter(me.id, left, 7);
  await letter(me.id, me.email, 1);
  await pool.query(`update "user" set email = $2 where id = $1`, [next.id, left]);
  await letter(next.id, left, 7);
  const link = (kind: string, email: string, days: number) =>
    pool.query(`insert into account_token (hash, user_id, kind, email, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`, [Buffer.from(randomUUID()), me.id, kind, email, afterDays(0).now(), afterDays(days).now()]);
  await link("undo-email", left, 7);
  await link("verify", me.email, 1);
  await sendWaitingMail(afterDays(0), { office: openPostOffice(readMailSettings()), webUrl: "https://learn.example.org" });
  expect(await letters()).toBe(3);

  // the way back stands for a week
  await purgeExpired(afterDays(6.9));
  expect([await addresses(), await letters()]).toEqual([[left, me.email, left], 3]);
  await purgeExpired(afterDays(7));
  expect([await addresses(), await letters()]).toEqual([[me.email, left], 2]);
  const { rows: links } = await pool.query(`select kind, email from account_token where user_id = $1 order by kind`, [me.id]);
  expect(links).toEqual([{ kind: "undo-email", email: "" }, { kind: "verify", email: me.email }]);
  await purgeExpired(afterDays(7));
  await purgeExpired(afterDays(31));
  expect([await addresses(), await letters()]).toEqual([[], 0]);
});
