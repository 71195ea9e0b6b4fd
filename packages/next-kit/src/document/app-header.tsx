import type { Actor } from "@tidao/access";
import { messages } from "@tidao/i18n";
import { otherLocale } from "@tidao/kernel";
import { SignOutButton } from "../auth-client/sign-out-button";
import { Icon } from "@tidao/ui/icon";
import type { ReactNode } from "react";
import { requestScope } from "../request-scope";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import { type NavItem, NavLinks } from "./nav-links";
import { SearchButton, type SearchButtonProps } from "./search-button";

/** The bar on top of both apps: where one is, where one can go, who one is. */
export function AppHeader({
  actor,
  nav,
  navLabel,
  accountHref,
  search,
  tools,
  wide,
}: {
  actor: Actor;
  nav: readonly NavItem[];
  navLabel: string;
  accountHref?: string;
  /** Where one can look for anything; "/" opens it. */
  search?: SearchButtonProps;
  /** Beside the search. */
  tools?: ReactNode;
  /** As wide as the page below it, where that takes all the room there is. */
  wide?: boolean;
}) {
  const { locale } = requestScope();
  const { actions, language, skipToContent } = messages[locale].app;
  const other = otherLocale(locale);
  return (
    <header className="border-b border-line bg-raised print:hidden">
      <a className="button button-primary absolute -top-16 left-2 z-20 focus:top-2" href="#content">
        {skipToContent}
      </a>
      <div
        className={`mx-auto flex flex-wrap items-center gap-x-5 px-4 xl:flex-nowrap ${wide ? "max-w-[110rem]" : "max-w-6xl"}`}
      >
        <Brand />
        <NavLinks items={nav} label={navLabel} />
        <div className="ml-auto flex items-center gap-2 py-2 text-sm sm:gap-3">
          {search && <SearchButton {...search} />}
          {tools}
          <LanguageSwitch to={other} label={language[other]} />
          {actor.kind === "user" ? (
            <>
              {accountHref ? (
                <a
                  className="link max-w-24 truncate py-1 max-sm:px-1"
                  href={accountHref}
                  aria-label={actor.name}
                  title={actor.name}
                >
                  <span className="max-sm:hidden">{actor.name}</span>
                  {/* a name and a way out beside the brand are too much for a line of a phone */}
                  <Icon name="user" className="sm:hidden" />
                </a>
              ) : (
                <span className="max-w-24 truncate max-sm:hidden" title={actor.name}>
                  {actor.name}
                </span>
              )}
              <SignOutButton
                className="button button-quiet button-small"
                label={actions.signOut}
                to={`/${locale}/sign-in`}
              />
            </>
          ) : (
            <a className="button button-secondary button-small" href={`/${locale}/sign-in`}>
              {actions.signIn}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
