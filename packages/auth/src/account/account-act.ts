import type { Actor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import type { Connection } from "@tidao/prisma";

/** What the audit trail is told of one's own account. */
export interface AccountAct {
  action: "user.passwordChanged" | "user.passwordReset" | "user.emailChanged" | "user.emailChangeUndone";
  resource: readonly ["user", string];
  detail?: object;
  personal?: { userId: string; values: Record<string, string> };
}

export interface AccountContext {
  clock: Clock;
  peer: string;
  /** `recordAudit` of @tidao/services, which this package may not import; runs in the transaction of the change. */
  record: (connection: Connection, actor: Actor, act: AccountAct, now: Date) => Promise<void>;
}

/** Who holds a mailed link acts without a session. */
export const byLink: Actor = { kind: "anonymous" };
