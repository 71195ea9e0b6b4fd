import { Brand, LanguageSwitch } from "@tidao/next-kit/document";
import { otherLocale } from "@tidao/kernel";
import { LinkButton } from "@tidao/ui/button";
import { pageWords } from "../../page-words";

/** The head of a page for someone who is not signed in. */
export function VisitorHeader() {
  const { locale, words, to } = pageWords();
  const { actions, language, skipToContent } = words.app;
  const other = otherLocale(locale);
  return (
    <header className="border-b border-line">
      <a className="button button-primary absolute -top-16 left-2 z-20 focus:top-2" href="#content">
        {skipToContent}
      </a>
      <div className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-4">
        <Brand />
        <div className="flex items-center gap-4 text-sm">
          <LanguageSwitch to={other} label={language[other]} />
          <LinkButton href={to("/sign-in")} size="small">
            {actions.signIn}
          </LinkButton>
        </div>
      </div>
    </header>
  );
}
