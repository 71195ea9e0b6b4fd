import { expect, test } from "vitest";
import { decideLink } from "./linking-rule";

test.each([
  [
    "whoever was linked before is let in, whatever has become of the address",
    { alreadyLinked: true, verifiedThere: false, account: null },
    "sign-in",
  ],
  [
    "a verified address that nobody has here gets an account",
    { alreadyLinked: false, verifiedThere: true, account: null },
    "create",
  ],
  [
    "a verified address is linked to the account here that has verified it too",
    { alreadyLinked: false, verifiedThere: true, account: { emailVerified: true } },
    "link",
  ],
  [
    "an account whose address was never verified here is not given away",
    { alreadyLinked: false, verifiedThere: true, account: { emailVerified: false } },
    "OAUTH_ACCOUNT_UNVERIFIED",
  ],
  [
    "an address that the provider has not verified opens nothing",
    { alreadyLinked: false, verifiedThere: false, account: { emailVerified: true } },
    "OAUTH_EMAIL_UNVERIFIED",
  ],
  ["and makes nothing", { alreadyLinked: false, verifiedThere: false, account: null }, "OAUTH_EMAIL_UNVERIFIED"],
] as const)("%s", (_, facts, decision) => {
  expect(decideLink(facts)).toBe(decision);
});
