import { domainToASCII } from "node:url";
import { DomainError } from "@tidao/kernel";

/**
 * One spelling per mailbox: trimmed, lower case, composed, the domain in its ASCII form (RFC 5891), so that
 * 小明@例子.中国 and its punycode are one account. Dots and +tags are kept: only the mail server knows what they mean.
 */
export function normaliseEmail(input: string): string {
  const text = input.trim().normalize("NFKC").toLowerCase();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  const email = `${local}@${domain}`;
  if (
    at < 1 ||
    !domain.includes(".") ||
    /[\s\p{Cc}"(),:;<>[\\\]@]/u.test(local) ||
    local.length > 64 ||
    email.length > 254
  )
    throw new DomainError("INPUT_INVALID", { field: "email" });
  return email;
}
