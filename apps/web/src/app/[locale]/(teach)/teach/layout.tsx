import { messages } from "@tidao/i18n";
import { AppHeader } from "@tidao/next-kit/document";
import { requestScope, requirePermission } from "@tidao/next-kit/session";
import type { ReactNode } from "react";

/** What instructors see. */
export default async function TeachLayout({ children }: { children: ReactNode }) {
  const actor = await requirePermission("class.teach");
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
          { href: `${home}/teach`, label: nav.teach },
          { href: home, label: nav.learn, exact: true },
        ]}
      />
      <main id="content">{children}</main>
    </>
  );
}
