import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { findPendingEmail } from "../links/link.repo";
import { getOwner } from "./owner.repo";

export interface AccountState {
  email: string;
  emailVerified: boolean;
  hasPassword: boolean;
  /** The address that was asked whether it wants the account. */
  pendingEmail: string | null;
}

/** What the owner's own pages say of the account. */
export async function getAccount(actor: UserActor, { clock }: { clock: Clock }): Promise<AccountState> {
  const [{ email, emailVerified, passwordHash }, pendingEmail] = await Promise.all([
    getOwner(actor.id),
    findPendingEmail(actor.id, clock.now()),
  ]);
  return { email, emailVerified, hasPassword: passwordHash !== null, pendingEmail };
}
