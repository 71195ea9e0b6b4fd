import { requireActor } from "@tidao/next-kit/session";
import { SignInAgain } from "@tidao/next-kit/sign-in-again";
import "@tidao/player/mathematics.css";
import { Toasts } from "@tidao/ui/toast";
import type { ReactNode } from "react";
import { DraftsOf } from "../../../../drafts-of";
import { pageWords } from "../../../../page-words";

/** A question and nothing beside it. */
export default async function FocusLayout({ children }: { children: ReactNode }) {
  const { id } = await requireActor();
  const { locale, words } = pageWords();
  return (
    <>
      <DraftsOf learnerId={id} />
      <main id="content">{children}</main>
      <Toasts close={words.app.actions.close} />
      <SignInAgain locale={locale} ended={words.app.signedOut} signIn={words.app.actions.signIn} />
    </>
  );
}
