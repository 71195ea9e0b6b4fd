import { DomainError } from "@tidao/kernel";
import { commonPasswords } from "./common-passwords";

export const PASSWORD_MIN = 10;
/** Bounds the work of hashing; longer than any pass phrase. */
export const PASSWORD_MAX = 256;

export type PasswordWeakness = "short" | "long" | "email" | "common" | "repeated";

/**
 * Length, and nothing that a guesser tries first; no rules about digits and signs (NIST SP 800-63B, 5.1.1.2).
 * @returns what is wrong with the password, or null
 */
export function passwordWeakness(password: string, email: string): PasswordWeakness | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "short";
  if (password.length > PASSWORD_MAX) return "long";
  const lower = password.toLowerCase();
  const [local = ""] = email.toLowerCase().split("@");
  if (lower === email.toLowerCase() || (local.length >= 4 && lower.replace(/[\d\W_]+$/u, "") === local)) return "email";
  if (commonPasswords.has(lower)) return "common";
  if (new Set(lower).size < 4) return "repeated";
  return null;
}

export function assertStrongPassword(password: string, email: string): void {
  const reason = passwordWeakness(password, email);
  if (reason) throw new DomainError("PASSWORD_TOO_WEAK", { reason, minLength: PASSWORD_MIN });
}
