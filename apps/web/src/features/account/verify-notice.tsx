import type { UserActor } from "@tidao/access";
import { Notice } from "@tidao/ui/notice";
import { pageWords } from "../../page-words";
import { AccountButton } from "./account-button";

/** For somebody whose address is not confirmed: what that costs, and the mail once more. Nothing for everybody else. */
export function VerifyNotice({ actor }: { actor: Pick<UserActor, "email" | "emailVerified"> }) {
  if (actor.emailVerified) return null;
  const { locale, words, say } = pageWords();
  const texts = words.account.verify;
  return (
    <Notice
      kind="info"
      word={words.app.notice.info}
      title={texts.title}
      action={
        <AccountButton
          act="resendVerification"
          label={texts.again}
          done={texts.sent}
          locale={locale}
          offline={words.app.state.offline}
        />
      }
    >
      <p>{say(texts.body, { email: actor.email })}</p>
    </Notice>
  );
}
