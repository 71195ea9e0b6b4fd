import { type Clock, localDate, type MailedAssignment, wallTime } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { listAssignmentRows } from "../assignments/assignment.repo";
import type { OpenAssignment } from "../assignments/list-assignments";
import { assertAllDone } from "../jobs/assert-all-done";
import { queueMail } from "../mail/outbox.repo";
import { findDueToday } from "../reviews";
import { type DigestReader, listDigestReaders, takeDay } from "./notification.repo";
import { unsubscribeToken } from "./unsubscribe-token";

const page = 200;
const HOUR_MS = 3_600_000;
/** A worker that was away catches up within these hours; who asks for eight in the evening gets the first one tomorrow. */
const graceHours = 3;
/** What opened since the digest before this one, and what ends before the one after the next. */
const sinceMs = 24 * HOUR_MS;
const aheadMs = 48 * HOUR_MS;

/**
 * Queues the day's mail for everybody whose hour has come in their own zone: a job that runs several times an hour. One
 * reader who fails does not keep the others from theirs.
 * @returns how many mails were queued
 * @throws what failed, after all others
 */
export async function sendDigests(clock: Clock): Promise<number> {
  const now = clock.now();
  let queued = 0;
  const failed: unknown[] = [];
  const send = async (reader: DigestReader) => {
    if (isTime(reader, now) && (await sendDigest(reader, now))) queued++;
  };
  let after: string | null = null;
  for (;;) {
    const readers: DigestReader[] = await listDigestReaders(after, page);
    for (const reader of readers) await send(reader).catch((error: unknown) => failed.push(error));
    after = readers.at(-1)?.id ?? null;
    if (readers.length < page) break;
  }
  assertAllDone(failed, queued);
  return queued;
}

/** Whether this is the reader's hour of a day that was not looked at yet. */
export function isTime({ zone, localHour, lastDigestOn }: Pick<DigestReader, "zone" | "localHour" | "lastDigestOn">, now: Date): boolean {
  const hour = Number(wallTime(now, zone).slice(11, 13));
  return hour >= localHour && hour < localHour + graceHours && (lastDigestOn === null || lastDigestOn < localDate(now, zone));
}

async function sendDigest(reader: DigestReader, now: Date): Promise<boolean> {
  const assignments = reader.assignmentOpened || reader.assignmentDue ? await listAssignmentRows(reader, now) : [];
  const waiting = assignments.filter((a) => a.state === "open" && a.attemptsFinished === 0);
  const opened = reader.assignmentOpened
    ? waiting.filter((a) => a.attemptsStarted === 0 && now.getTime() - Date.parse(a.opensAt) < sinceMs)
    : [];
  const dueSoon = reader.assignmentDue ? waiting.filter((a) => Date.parse(a.dueAt) - now.getTime() < aheadMs) : [];
  const due = reader.dueReviews ? (await findDueToday(reader, now)).count : 0;
  return inTransaction(async (connection) => {
    if (!(await takeDay(connection, reader.id, localDate(now, reader.zone)))) return false;
    if (due === 0 && opened.length === 0 && dueSoon.length === 0) return false;
    const { id: userId, email: address, locale, zone, name } = reader;
    const soon = new Set(dueSoon.map(({ id }) => id));
    const params = {
      name,
      due,
      // said once, where it is more urgent
      opened: opened.filter(({ id }) => !soon.has(id)).map(mailed),
      dueSoon: dueSoon.map(mailed),
      unsubscribe: unsubscribeToken(userId),
    };
    const expiresAt = new Date(now.getTime() + 18 * HOUR_MS);
    await queueMail(connection, { userId, address, kind: "digest", locale, zone, params, expiresAt }, now);
    return true;
  });
}

const mailed = ({ id, title, className, dueAt }: OpenAssignment): MailedAssignment => ({ id, title, className, dueAt });
