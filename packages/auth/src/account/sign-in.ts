import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "@tidao/kernel";
import { passwordMatches } from "../password/password-hash";
import { PASSWORD_MAX } from "../password/password-policy";
import { spacedHint } from "../password/spaced";
import { delayAfter } from "../throttle/account-delay";
import { countAttemptFrom, countAttemptOn, forgiveAttempt } from "../throttle/attempts";
import { findAccountByEmail } from "./account.repo";
import { normaliseEmail } from "./email";

export interface SignIn {
  email: string;
  password: string;
  peer: string;
}

/**
 * Whose e-mail and password these are. Whether there is such an account shows neither in the answer nor in the time it
 * takes; that it is suspended is told only to whoever knows its password.
 */
export async function verifySignIn(
  { email: typed, password, peer }: SignIn,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<string> {
  await countAttemptFrom(peer);
  const email = readable(typed);
  const failures = (await countAttemptOn(email)) - 1;
  const delay = delayAfter(failures);
  if (delay > 0) await wait(delay);
  const account = await findAccountByEmail(email);
  const right = await passwordMatches(account?.passwordHash, password.slice(0, PASSWORD_MAX + 1));
  if (!account || !right) throw new DomainError("CREDENTIALS_WRONG", spacedHint(password));
  await forgiveAttempt(email, peer);
  if (account.suspended) throw new DomainError("ACCOUNT_SUSPENDED");
  return account.id;
}

/** What is no e-mail address belongs to nobody: the same answer, not another one, nor that no database can hold it. */
function readable(typed: string): string {
  try {
    return normaliseEmail(typed);
  } catch {
    return typed.slice(0, 300).replaceAll("\0", "\uFFFD");
  }
}
