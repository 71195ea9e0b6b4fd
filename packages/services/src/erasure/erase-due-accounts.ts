import { type Clock, isDomainError } from "@tidao/kernel";
import { type Connection, inTransaction } from "@tidao/prisma";
import { recordAudit } from "../audit/record-audit";
import { claimedMs, dropLetters, queueMail } from "../mail";
import { lockRoles } from "../users/user.repo";
import { assertMayLeave } from "./assert-may-leave";
import { assertAllDone } from "../jobs/assert-all-done";
import { type DeletionRow, erase, getDeletionRow, listDueUserIds, listMailIds } from "./erasure.repo";
import { dueWhenRequestedBefore } from "./waiting-time";

const most = 1000;

/**
 * Erases every account whose waiting time is over: a nightly job. One that became the last administrator's or got a class
 * full of learners meanwhile stays until that is settled; its owner sees why. One that fails does not keep the others.
 * @returns how many were erased
 * @throws what failed, after all others
 */
export async function eraseDueAccounts(clock: Clock): Promise<number> {
  let count = 0;
  const failed: unknown[] = [];
  for (const userId of await listDueUserIds(dueWhenRequestedBefore(clock.now()), most))
    await eraseAccount(userId, clock.now()).then((erased) => (count += Number(erased)), (error: unknown) => failed.push(error));
  assertAllDone(failed, count);
  return count;
}

/** One account, in one transaction. @returns false when it may not go, was taken back, or is gone already */
export async function eraseAccount(userId: string, now: Date): Promise<boolean> {
  try {
    return await inTransaction(async (connection) => {
      await lockRoles(connection);
      const row = await getDeletionRow(userId, connection, true);
      if (!row?.requestedAt || row.requestedAt > dueWhenRequestedBefore(now)) return false;
      await assertMayLeave(connection, userId, row);
      const letters = await listMailIds(connection, userId);
      const erased = await erase(connection, userId);
      // by their mails, for an address that was left may be somebody else's by now; and what else went to this one
      await dropLetters({ ids: letters });
      await dropLetters({ address: row.email });
      await queueLastLetter(connection, row, now);
      await recordAudit(connection, { kind: "system", reason: "erasure" }, { action: "user.erased", resource: ["user", userId] }, now);
      return erased;
    });
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
}

/** What cannot be delivered for so long is given up; its row goes with the next tidying, within the hour. */
const lastLetterGoodMs = 86_400_000;

/**
 * Says to the address that all of it is gone. Only the outbox knows the address by then, for as long as the letter waits. It
 * goes when no worker can be at another letter to it any more.
 */
function queueLastLetter(connection: Connection, { email: address, name, locale, zone }: DeletionRow, now: Date): Promise<void> {
  const after = (ms: number) => new Date(now.getTime() + ms);
  const params = { name, at: now.toISOString() };
  return queueMail(connection, { userId: null, address, kind: "accountErased", locale, zone, params, notBefore: after(claimedMs), expiresAt: after(lastLetterGoodMs) }, now);
}
