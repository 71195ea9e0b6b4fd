import { EntryFrame } from "@tidao/next-kit/sign-in";
import { ForgotForm } from "../../../features/mail-links/forgot-form";
import { pageWords } from "../../../page-words";

export const generateMetadata = () => ({ title: pageWords().words.links.forgot.title });

export default function ForgotPasswordPage() {
  const { locale, words, to } = pageWords();
  const texts = words.links.forgot;
  return (
    <EntryFrame title={texts.title} lead={texts.lead}>
      <ForgotForm
        locale={locale}
        words={texts}
        email={words.auth.email}
        working={words.links.working}
        notice={words.app.notice.info}
        offline={words.app.state.offline}
      />
      <p>
        <a className="link" href={to("/sign-in")}>
          {words.links.toSignIn}
        </a>
      </p>
    </EntryFrame>
  );
}
