import { formatMessage } from "@tidao/i18n";
import { Badge } from "@tidao/ui/badge";
import { Disclosure } from "@tidao/ui/disclosure";
import { Notice } from "@tidao/ui/notice";
import type { ApiData } from "../../api-data";
import { pageWords } from "../../page-words";
import { AccountButton } from "./account-button";
import { ChangeEmailForm } from "./change-email-form";

/** The address, whether it is proved, and the way to another one. */
export function EmailSection({ account }: { account: ApiData["account"]["getAccount"] }) {
  const { locale, words } = pageWords();
  const texts = words.account.changeEmail;
  const { email, emailVerified, pendingEmail, providerOnly } = account;
  const offline = words.app.state.offline;
  return (
    <section className="grid max-w-xl gap-4" aria-labelledby="email">
      <h2 id="email">{texts.title}</h2>
      <p className="flex flex-wrap items-center gap-3">
        <span className="wrap-anywhere">{email}</span>
        <Badge tone={emailVerified ? "right" : "neutral"} shape={emailVerified ? "right" : undefined}>
          {emailVerified ? texts.verified : texts.unverified}
        </Badge>
      </p>
      {pendingEmail && (
        <Notice
          kind="info"
          word={words.app.notice.info}
          action={
            <AccountButton
              act="cancelEmailChange"
              label={texts.cancel}
              done={texts.cancelled}
              locale={locale}
              offline={offline}
            />
          }
        >
          <p className="wrap-anywhere">{formatMessage(locale, texts.pending, { email: pendingEmail })}</p>
        </Notice>
      )}
      {providerOnly ? (
        <p className="text-sm text-muted">{texts.needsPassword}</p>
      ) : (
        // the key shuts it once a link is on its way
        <Disclosure key={pendingEmail ?? ""} summary={texts.change}>
          <div className="max-w-md pt-4">
            <ChangeEmailForm
              locale={locale}
              words={texts}
              currentPassword={words.account.password.current}
              showTyped={words.auth.showTyped}
              offline={offline}
            />
          </div>
        </Disclosure>
      )}
    </section>
  );
}
