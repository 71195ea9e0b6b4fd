import type { UserActor } from "@tidao/access";
import { DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { replaceLinks } from "../links/link.repo";
import { hashPassword } from "../password/password-hash";
import { assertStrongPassword } from "../password/password-policy";
import { revokeAllSessions } from "../session/session.repo";
import type { AccountContext } from "./account-act";
import { assertOwnPassword } from "./own-password";
import { getOwner, lockOwner, setPassword } from "./owner.repo";
import { mailPasswordChanged } from "./reset-password";

/** @returns how many other sessions ended. @throws CURRENT_PASSWORD_WRONG, PASSWORD_UNCHANGED, PASSWORD_TOO_WEAK, TOO_MANY_REQUESTS */
export async function changePassword(
  actor: UserActor,
  { current, next, endOthers }: { current: string; next: string; endOthers: boolean },
  { clock, peer, record }: AccountContext,
): Promise<number> {
  await assertOwnPassword(await getOwner(actor.id), current, peer);
  if (next === current) throw new DomainError("PASSWORD_UNCHANGED");
  assertStrongPassword(next, actor.email);
  const hash = await hashPassword(next);
  const now = clock.now();
  return inTransaction(async (connection) => {
    const owner = await lockOwner(connection, actor.id);
    await setPassword(connection, actor.id, hash);
    await replaceLinks(connection, actor.id, ["reset", "change-email"], now);
    const ended = endOthers ? await revokeAllSessions(actor.id, { except: actor.sessionId, on: connection }) : 0;
    await record(
      connection,
      actor,
      { action: "user.passwordChanged", resource: ["user", actor.id], detail: { ended } },
      now,
    );
    await mailPasswordChanged(connection, owner, now);
    return ended;
  });
}
