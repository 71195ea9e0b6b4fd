import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "@tidao/kernel";
import { passwordMatches } from "../password/password-hash";
import { PASSWORD_MAX } from "../password/password-policy";
import { spacedHint } from "../password/spaced";
import { delayAfter } from "../throttle/account-delay";
import { countAttemptFrom, countAttemptOn, forgiveAttempt } from "../throttle/attempts";
import type { Owner } from "./owner.repo";

/** Asked before what a stolen session must not do; slowed like signing in. @throws CURRENT_PASSWORD_WRONG, TOO_MANY_REQUESTS */
export async function assertOwnPassword(owner: Owner, password: string, peer: string): Promise<void> {
  await countAttemptFrom(peer);
  const delay = delayAfter((await countAttemptOn(owner.email)) - 1);
  if (delay > 0) await sleep(delay);
  if (!(await passwordMatches(owner.passwordHash, password.slice(0, PASSWORD_MAX + 1))))
    throw new DomainError("CURRENT_PASSWORD_WRONG", spacedHint(password));
  await forgiveAttempt(owner.email, peer);
}
