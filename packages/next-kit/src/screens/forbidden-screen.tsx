import { can } from "@tidao/access";
import { formatMessage, messages } from "@tidao/i18n";
import { SignOutButton } from "../auth-client/sign-out-button";
import { BrandBar } from "../document";
import { requestScope } from "../request-scope";
import { Screen } from "./screen";

/** 403, with the name of who is signed in, since another account may be the way out. */
export async function ForbiddenScreen() {
  const { locale, actor, site } = requestScope();
  const { app, auth } = messages[locale];
  const who = await actor().catch(() => null);
  const name = who?.kind === "user" ? who.name : "";
  // an editor who opens the users' page has entered the desk and lacks one room of it
  const isOutside = site.app === "admin" && !(who && can(who, "admin.enter"));
  const { title, body } = isOutside ? auth.wrongRole : app.forbidden;
  return (
    <Screen
      bar={<BrandBar />}
      title={title}
      actions={
        <>
          <a className="button button-primary" href={isOutside ? `${site.webUrl}/${locale}` : `/${locale}`}>
            {isOutside ? auth.wrongRole.toLearn : app.notFound.action}
          </a>
          <SignOutButton className="button button-secondary" label={app.actions.signOut} to={`/${locale}/sign-in`} />
        </>
      }
    >
      <p>{formatMessage(locale, body, { name })}</p>
    </Screen>
  );
}
