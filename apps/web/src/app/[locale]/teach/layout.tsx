import "@tidao/player/mathematics.css";
import "../../../features/teach/teach.css";
import { AppHeader } from "@tidao/next-kit/document";
import { requirePermission } from "@tidao/next-kit/session";
import { SignInAgain } from "@tidao/next-kit/sign-in-again";
import { Toasts } from "@tidao/ui/toast";
import type { ReactNode } from "react";
import { KeptAnswersWatch } from "../../../features/practice/kept-answers-watch";
import { pageWords } from "../../../page-words";

/** What instructors see. */
export default async function TeachLayout({ children }: { children: ReactNode }) {
  const actor = await requirePermission("class.teach");
  const { locale, words, to } = pageWords();
  const { nav } = words.teach;
  return (
    <>
      <AppHeader
        actor={actor}
        navLabel={words.app.nav.label}
        accountHref={to("/account")}
        nav={[
          {
            href: to("/teach"),
            label: nav.classes,
            exact: true,
            also: [to("/teach/classes"), to("/teach/assignments")],
          },
          { href: to("/teach/sets"), label: nav.sets },
          { href: to("/"), label: nav.learn, exact: true },
        ]}
      />
      <main id="content">{children}</main>
      <Toasts close={words.app.actions.close} />
      <SignInAgain locale={locale} ended={words.app.signedOut} signIn={words.app.actions.signIn} />
      <KeptAnswersWatch learnerId={actor.id} locale={locale} words={words.notes.kept} />
    </>
  );
}
