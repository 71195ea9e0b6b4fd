import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "@tidao/kernel";
import { passwordMatches } from "../password/password-hash";
import { PASSWORD_MAX } from "../password/password-policy";
import { spacedHint } from "../password/spaced";
import { delayAfter } from "../throttle/account-delay";
import { countAttemptFrom, countAttemptOn, forgiveAttempt } from "../throttle/attempts";
import { findAccountByEmail } from "./account.repo";

export interface OwnerProof {
  /** Of the account that asks, as its session says. */
  email: string;
  /** The account's password; where it has none (it signs in elsewhere), its address, typed. */
  proof: string;
  peer: string;
}

/**
 * Whether whoever sits at a signed-in browser is the account's owner: asked before what cannot be undone. Slowed down like
 * signing in, by the same counters.
 * @throws CURRENT_PASSWORD_WRONG; INPUT_INVALID for another address; TOO_MANY_REQUESTS
 */
export async function confirmOwner(
  { email, proof, peer }: OwnerProof,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<void> {
  await countAttemptFrom(peer);
  const delay = delayAfter((await countAttemptOn(email)) - 1);
  if (delay > 0) await wait(delay);
  const account = await findAccountByEmail(email);
  const right = account?.passwordHash
    ? await passwordMatches(account.passwordHash, proof.slice(0, PASSWORD_MAX + 1))
    : proof.trim().toLowerCase() === email;
  // one thing was asked for, and the words are about that one
  if (!account || !right)
    throw account?.passwordHash
      ? new DomainError("CURRENT_PASSWORD_WRONG", spacedHint(proof))
      : new DomainError("INPUT_INVALID");
  await forgiveAttempt(email, peer);
}
