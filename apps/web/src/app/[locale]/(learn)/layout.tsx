import { can } from "@tidao/access";
import { messages } from "@tidao/i18n";
import { AppHeader } from "@tidao/next-kit/document";
import { requestScope, requireActor } from "@tidao/next-kit/session";
import type { ReactNode } from "react";

/** What learners see: every page below asks for a signed-in reader. */
export default async function LearnLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const { locale } = requestScope();
  const { nav } = messages[locale].app;
  const home = `/${locale}`;
  return (
    <>
      <AppHeader
        actor={actor}
        navLabel={nav.label}
        accountHref={`${home}/account`}
        nav={[
          { href: home, label: nav.home, exact: true },
          { href: `${home}/paths`, label: nav.paths },
          { href: `${home}/topics`, label: nav.topics },
          { href: `${home}/practice`, label: nav.practice },
          { href: `${home}/assignments`, label: nav.assignments },
          { href: `${home}/analytics`, label: nav.analytics },
          ...(can(actor, "class.teach") ? [{ href: `${home}/teach`, label: nav.teach }] : []),
        ]}
      />
      <main id="content">{children}</main>
    </>
  );
}
