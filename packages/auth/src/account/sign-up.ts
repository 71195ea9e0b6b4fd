import { DomainError, isLocale, isTimeZone, type Locale } from "@tidao/kernel";
import type { Queryable } from "@tidao/prisma";
import { hashPassword } from "../password/password-hash";
import { assertStrongPassword } from "../password/password-policy";
import { type AccountIds, insertAccount } from "./account.repo";
import { normaliseEmail } from "./email";

export interface SignUp {
  email: string;
  password: string;
  name: string;
  locale: Locale;
  zone?: string;
  theme?: "system" | "light" | "dark";
}

export const NAME_MAX = 80;

/** Makes an account with its learning record. The e-mail counts as unverified until its owner proves it. */
export async function signUp(input: SignUp, on?: Queryable): Promise<AccountIds> {
  const email = normaliseEmail(input.email);
  const name = input.name.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name === "" || [...name].length > NAME_MAX) throw new DomainError("INPUT_INVALID", { field: "name" });
  if (!isLocale(input.locale)) throw new DomainError("INPUT_INVALID", { field: "locale" });
  assertStrongPassword(input.password, email);
  const passwordHash = await hashPassword(input.password);
  const account = await insertAccount(
    {
      email,
      emailVerified: false,
      name,
      passwordHash,
      locale: input.locale,
      // a browser with an odd clock setting must not keep its owner out
      zone: input.zone && isTimeZone(input.zone) ? input.zone : "Asia/Shanghai",
      theme: input.theme ?? "system",
    },
    on,
  );
  if (!account) throw new DomainError("EMAIL_TAKEN");
  return account;
}
