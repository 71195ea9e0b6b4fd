import { NAME_MAX, PASSWORD_MIN } from "@tidao/auth";
import { formatMessage, messages } from "@tidao/i18n";
import { redirect } from "next/navigation";
import { inLanguage, safeReturnPath } from "../locale";
import { requestScope } from "../request-scope";
import { EntryFrame } from "./entry-frame";
import type { EntryQuery } from "./sign-in-screen";
import { SignUpForm } from "./sign-up-form";

export async function SignUpScreen({ query }: { query: EntryQuery }) {
  const { locale, actor } = requestScope();
  const next = inLanguage(safeReturnPath(query.next, `/${locale}`), locale);
  const who = await actor().catch(() => null);
  if (who?.kind === "user") redirect(next);
  const { auth, app } = messages[locale];
  const { title, lead, submit, submitting, haveAccount, signIn } = auth.signUp;
  return (
    <EntryFrame title={title} lead={lead}>
      <SignUpForm
        locale={locale}
        next={next}
        nameMax={NAME_MAX}
        passwordMin={PASSWORD_MIN}
        words={{
          name: auth.name,
          nameHint: auth.nameHint,
          email: auth.email,
          password: auth.password,
          passwordHint: formatMessage(locale, auth.passwordHint, { minLength: PASSWORD_MIN }),
          showTyped: auth.showTyped,
          language: auth.language,
          languages: { zh: app.language.zh, en: app.language.en },
          submit,
          submitting,
          problems: auth.problems,
        }}
      />
      <p>
        {haveAccount}{" "}
        <a className="link" href={`/${locale}/sign-in?next=${encodeURIComponent(next)}`}>
          {signIn}
        </a>
      </p>
    </EntryFrame>
  );
}
