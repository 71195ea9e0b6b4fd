import { can } from "@tidao/access";
import { AppHeader } from "@tidao/next-kit/document";
import { requirePermission } from "@tidao/next-kit/session";
import { SignInAgain } from "@tidao/next-kit/sign-in-again";
import { Toasts } from "@tidao/ui/toast";
import type { ReactNode } from "react";
import { DeskKeys } from "../../../features/desk/desk-keys";
import { pageWords } from "../../../page-words";

/** The desk of editors and administrators; anybody else is told so (403) and not sent in circles. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePermission("admin.enter");
  const { locale, words, to } = pageWords();
  const { nav, keys } = words.admin;
  const places = [
    { key: "h", href: to("/"), label: nav.home, exact: true },
    { key: "q", href: to("/questions"), label: nav.questions },
    ...(can(actor, "question.edit") ? [{ key: "r", href: to("/reports"), label: nav.reports }] : []),
    ...(can(actor, "user.read") ? [{ key: "u", href: to("/users"), label: nav.users }] : []),
    ...(can(actor, "audit.read") ? [{ key: "a", href: to("/audit"), label: nav.audit }] : []),
  ];
  return (
    <>
      <AppHeader wide actor={actor} navLabel={nav.label} nav={places.map(({ key: _key, ...item }) => item)} />
      <main id="content">{children}</main>
      <footer className="mx-auto flex max-w-[110rem] justify-end px-4 pb-6 print:hidden">
        <DeskKeys
          places={places.map(({ key, href, label }) => ({ key, href, label }))}
          searchHref={to("/questions")}
          newHref={to("/new-question")}
          words={keys}
          close={words.app.actions.close}
        />
      </footer>
      <Toasts close={words.app.actions.close} />
      <SignInAgain beside locale={locale} ended={words.app.signedOut} signIn={words.admin.editor.signIn} />
    </>
  );
}
