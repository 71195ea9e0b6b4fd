import { PASSWORD_MIN } from "@tidao/next-kit/sign-in";
import { LinkScreen } from "../../../../features/mail-links/link-screen";
import { ResetForm } from "../../../../features/mail-links/reset-form";
import { pageWords } from "../../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.links.reset.title });

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { locale, words, say, to } = pageWords();
  return (
    <LinkScreen page="reset" token={token}>
      <ResetForm
        token={token}
        locale={locale}
        words={words.links.reset}
        working={words.links.working}
        success={words.app.notice.success}
        hint={say(words.auth.passwordHint, { minLength: PASSWORD_MIN })}
        showTyped={words.auth.showTyped}
        signIn={{ href: to("/sign-in"), label: words.links.toSignIn }}
        offline={words.app.state.offline}
      />
    </LinkScreen>
  );
}
