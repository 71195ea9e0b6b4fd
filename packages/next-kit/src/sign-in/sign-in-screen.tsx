import { listProviders } from "@tidao/auth";
import { formatMessage, messages } from "@tidao/i18n";
import { redirect } from "next/navigation";
import { inLanguage, safeReturnPath } from "../locale";
import { requestScope } from "../request-scope";
import { EntryFrame } from "./entry-frame";
import { ProviderButtons } from "./provider-buttons";
import { SignInForm } from "./sign-in-form";

export interface EntryQuery {
  next?: string | string[];
  error?: string | string[];
}

/** Signing in, for both apps; `signUp` where accounts can be made. Whoever is signed in already goes straight on. */
export async function SignInScreen({ query, signUp }: { query: EntryQuery; signUp: boolean }) {
  const { locale, actor, site } = requestScope();
  const next = inLanguage(safeReturnPath(query.next, `/${locale}`), locale);
  const who = await actor().catch(() => null);
  if (who?.kind === "user") redirect(next);
  const { auth } = messages[locale];
  const providers = listProviders().map(({ id, name }) => ({
    id,
    label: formatMessage(locale, auth.signIn.with, { provider: name }),
  }));
  const { title, lead, leadDesk, submit, submitting, or, noAccount } = auth.signIn;
  const error = typeof query.error === "string" ? query.error : undefined;
  return (
    <EntryFrame title={title} lead={site.app === "web" ? lead : leadDesk}>
      <SignInForm
        locale={locale}
        next={next}
        error={error}
        words={{
          email: auth.email,
          password: auth.password,
          showTyped: auth.showTyped,
          submit,
          submitting,
          problems: auth.problems,
        }}
      />
      <p>
        {/* on the learners' site, for both apps: accounts are theirs */}
        <a className="link" href={`${site.app === "web" ? "" : site.webUrl}/${locale}/forgot-password`}>
          {auth.signIn.forgot}
        </a>
      </p>
      {providers.length > 0 && <ProviderButtons providers={providers} next={next} or={or} />}
      {signUp && (
        <p>
          {noAccount}{" "}
          <a className="link" href={`/${locale}/sign-up?next=${encodeURIComponent(next)}`}>
            {auth.signIn.signUp}
          </a>
        </p>
      )}
    </EntryFrame>
  );
}
