import { type Clock, DomainError, isLocale, isTimeZone, type Locale, systemClock } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { isHeldForUndo } from "../links/link.repo";
import { hashPassword } from "../password/password-hash";
import { assertStrongPassword } from "../password/password-policy";
import { type AccountIds, insertAccount } from "./account.repo";
import { normaliseEmail } from "./email";
import { mailVerification } from "./verify-email";

export interface SignUp {
  email: string;
  password: string;
  name: string;
  locale: Locale;
  zone?: string;
  theme?: "system" | "light" | "dark";
}

export const NAME_MAX = 80;

/** Makes an account with its learning record. The e-mail counts as unverified until its owner proves it by the mail sent here. */
export async function signUp(input: SignUp, clock: Clock = systemClock): Promise<AccountIds> {
  const email = normaliseEmail(input.email);
  const name = input.name.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name === "" || [...name].length > NAME_MAX) throw new DomainError("INPUT_INVALID", { field: "name" });
  if (!isLocale(input.locale)) throw new DomainError("INPUT_INVALID", { field: "locale" });
  assertStrongPassword(input.password, email);
  const passwordHash = await hashPassword(input.password);
  // a browser with an odd clock setting must not keep its owner out
  const zone = input.zone && isTimeZone(input.zone) ? input.zone : "Asia/Shanghai";
  const { locale, theme = "system" } = input;
  return inTransaction(async (connection) => {
    const wanted = { email, emailVerified: false, name, passwordHash, locale, zone, theme };
    const account = await insertAccount(wanted, connection);
    // or whoever moved somebody's account could keep them from taking it back, by an account of the old address
    if (!account || (await isHeldForUndo(email, clock.now(), connection))) throw new DomainError("EMAIL_TAKEN");
    await mailVerification(connection, { id: account.userId, email, name, locale, zone }, clock.now());
    return account;
  });
}
