import { type Clock, DomainError, type Locale, systemClock } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { findAccountByEmail, insertAccount } from "../account/account.repo";
import { normaliseEmail } from "../account/email";
import { NAME_MAX } from "../account/sign-up";
import { isHeldForUndo } from "../links/link.repo";
import { decideLink, type LinkRefusal } from "./linking-rule";
import { findLinkedUser, insertLink } from "./oauth-account.repo";

export interface Identity {
  provider: string;
  providerAccountId: string;
  email: string | null | undefined;
  emailVerified: boolean;
  name: string | null | undefined;
}

export class LinkRefused extends Error {
  readonly code: LinkRefusal;
  constructor(code: LinkRefusal) {
    super(code);
    this.code = code;
  }
}

/** The account of somebody who comes from a provider: found, linked or made. */
export async function resolveIdentity(identity: Identity, locale: Locale, clock: Clock = systemClock): Promise<string> {
  const { provider, providerAccountId } = identity;
  const linked = await findLinkedUser(provider, providerAccountId);
  if (linked?.suspended) throw new DomainError("ACCOUNT_SUSPENDED");
  if (linked) return linked.userId;
  const email = identity.email ? normaliseEmail(identity.email) : null;
  const account = email === null ? null : await findAccountByEmail(email);
  const decision = decideLink({
    alreadyLinked: false,
    verifiedThere: email !== null && identity.emailVerified,
    account,
  });
  if (decision === "OAUTH_EMAIL_UNVERIFIED" || decision === "OAUTH_ACCOUNT_UNVERIFIED") throw new LinkRefused(decision);
  if (account) {
    if (account.suspended) throw new DomainError("ACCOUNT_SUSPENDED");
    await insertLink(provider, providerAccountId, account.id);
    return account.id;
  }
  const made = await inTransaction(async (connection) => {
    const ids = await insertAccount(
      {
        email: email as string,
        emailVerified: true,
        name: identity.name?.trim().slice(0, NAME_MAX) || (email as string).split("@")[0] || provider,
        passwordHash: null,
        locale,
        zone: "Asia/Shanghai",
        theme: "system",
      },
      connection,
    );
    if (!ids) return null;
    // a second account of this address would keep the first one from being taken back to it; after the insert, which waits
    // for a move that is under way
    if (await isHeldForUndo(email as string, clock.now(), connection)) throw new LinkRefused("OAUTH_ADDRESS_HELD");
    await insertLink(provider, providerAccountId, ids.userId, connection);
    return ids;
  });
  // somebody else's request made the account between our look and our insert: now there is one to look at
  return made ? made.userId : resolveIdentity(identity, locale, clock);
}
