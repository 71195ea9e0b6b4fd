import { formatMessage, messages } from "@tidao/i18n";
import { SignOutButton } from "../auth-client/sign-out-button";
import { requestScope } from "../request-scope";
import { Screen } from "./screen";

/** 403, with the name of who is signed in, since another account may be the way out. */
export async function ForbiddenScreen() {
  const { locale, actor, site } = requestScope();
  const { app, auth } = messages[locale];
  const who = await actor().catch(() => null);
  const name = who?.kind === "user" ? who.name : "";
  const inAdmin = site.app === "admin";
  const { title, body } = inAdmin ? auth.wrongRole : app.forbidden;
  return (
    <Screen
      title={title}
      actions={
        <>
          <a className="button button-primary" href={inAdmin ? `${site.webUrl}/${locale}` : `/${locale}`}>
            {inAdmin ? auth.wrongRole.toLearn : app.notFound.action}
          </a>
          <SignOutButton className="button button-secondary" label={app.actions.signOut} to={`/${locale}/sign-in`} />
        </>
      }
    >
      <p>{formatMessage(locale, body, { name })}</p>
    </Screen>
  );
}
