/** Why somebody who came back from a provider cannot be let in. Words for these are in `auth.problems` of @tidao/i18n. */
export type LinkRefusal = "OAUTH_EMAIL_UNVERIFIED" | "OAUTH_ACCOUNT_UNVERIFIED" | "OAUTH_ADDRESS_HELD";
export type LinkDecision = "sign-in" | "link" | "create" | Exclude<LinkRefusal, "OAUTH_ADDRESS_HELD">;

/**
 * What an identity from a provider may do. An account is reached through its e-mail only if both sides know that the
 * address belongs to this person: otherwise whoever signs up first with somebody's address, here or there, would own
 * what its owner makes later ("pre-hijacking", Sudhodanan and Paverd, USENIX Security 2022).
 */
export function decideLink(facts: {
  alreadyLinked: boolean;
  /** The provider says that it has verified the address. */
  verifiedThere: boolean;
  /** The account here with that address, if there is one. */
  account: { emailVerified: boolean } | null;
}): LinkDecision {
  if (facts.alreadyLinked) return "sign-in";
  if (!facts.verifiedThere) return "OAUTH_EMAIL_UNVERIFIED";
  if (!facts.account) return "create";
  return facts.account.emailVerified ? "link" : "OAUTH_ACCOUNT_UNVERIFIED";
}
