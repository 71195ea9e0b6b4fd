import { can } from "@tidao/access";
import { AppHeader } from "@tidao/next-kit/document";
import { currentActor } from "@tidao/next-kit/session";
import { SignInAgain } from "@tidao/next-kit/sign-in-again";
import { Toasts } from "@tidao/ui/toast";
import type { ReactNode } from "react";
import { DraftsOf } from "../../../../drafts-of";
import { placeKeys, type Place } from "../../../../features/keys/place-keys";
import { SiteKeys } from "../../../../features/keys/site-keys";
import { DeletionBanner } from "../../../../features/account-data/deletion-banner";
import { KeptAnswersWatch } from "../../../../features/practice/kept-answers-watch";
import { VisitorHeader } from "../../../../features/home/visitor-header";
import { pageWords } from "../../../../page-words";

/** The frame of what learners see. Pages ask for a signed-in reader themselves: home has something for visitors too. */
export default async function LearnLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const { locale, words, to } = pageWords();
  const { nav, keys, actions } = words.app;
  const places = (Object.keys(placeKeys) as Place[]).map((place) => ({
    key: placeKeys[place].key,
    href: to(placeKeys[place].path),
    name: nav[place],
  }));
  return (
    <>
      {actor.kind === "user" ? (
        <AppHeader
          actor={actor}
          navLabel={nav.label}
          accountHref={to("/account")}
          search={{ href: to("/search"), label: words.search.open, box: words.search.box, hint: words.search.hint }}
          tools={
            <SiteKeys
              label={keys.show}
              title={keys.title}
              single={[
                { key: "/", what: actions.search },
                { key: "?", what: keys.show },
              ]}
              places={places}
              go={keys.go}
            />
          }
          nav={[
            { href: to("/"), label: nav.home, exact: true },
            { href: to("/paths"), label: nav.paths },
            { href: to("/topics"), label: nav.topics, also: [to("/glossary")] },
            { href: to("/practice"), label: nav.practice },
            { href: to("/reviews"), label: nav.reviews },
            { href: to("/plan"), label: nav.plan },
            { href: to("/analytics"), label: nav.analytics },
            { href: to("/notes"), label: nav.notes },
            { href: to("/assignments"), label: nav.assignments },
            ...(can(actor, "class.teach") ? [{ href: to("/teach"), label: nav.teach }] : []),
          ]}
        />
      ) : (
        <VisitorHeader />
      )}
      {actor.kind === "user" && <DeletionBanner actor={actor} />}
      {actor.kind === "user" && <DraftsOf learnerId={actor.id} />}
      <main id="content">{children}</main>
      <Toasts close={words.app.actions.close} />
      <SignInAgain locale={locale} ended={words.app.signedOut} signIn={words.app.actions.signIn} />
      {actor.kind === "user" && <KeptAnswersWatch learnerId={actor.id} locale={locale} words={words.notes.kept} />}
    </>
  );
}
