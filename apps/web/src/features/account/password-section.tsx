import { PASSWORD_MIN } from "@tidao/next-kit/sign-in";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { AccountButton } from "./account-button";
import { ChangePasswordForm } from "./change-password-form";

/** The password: changed with the old one, or set anew by a link. */
export function PasswordSection({ account }: { account: ApiData["account"]["getAccount"] }) {
  const { locale, words, say } = pageWords();
  const texts = words.account.password;
  const { email, providerOnly } = account;
  const offline = words.app.state.offline;
  const link = (label: string) => (
    <AccountButton
      act="mailOwnPasswordLink"
      label={label}
      done={say(texts.mailed, { email })}
      locale={locale}
      offline={offline}
    />
  );
  return (
    <section className="grid max-w-md gap-4" aria-labelledby="password">
      <h2 id="password">{texts.title}</h2>
      {providerOnly ? (
        <>
          <p>{texts.none}</p>
          <div>{link(texts.mailLink)}</div>
        </>
      ) : (
        <>
          <ChangePasswordForm
            locale={locale}
            email={email}
            words={texts}
            hint={say(words.auth.passwordHint, { minLength: PASSWORD_MIN })}
            showTyped={words.auth.showTyped}
            offline={offline}
          />
          <div>{link(texts.forgot)}</div>
        </>
      )}
    </section>
  );
}
