import { can } from "@tidao/access";
import { messages } from "@tidao/i18n";
import { AppHeader } from "@tidao/next-kit/document";
import { requestScope, requirePermission } from "@tidao/next-kit/session";
import type { ReactNode } from "react";

/** The desk of editors and administrators; anybody else is told so (403) and not sent in circles. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePermission("admin.enter");
  const { locale } = requestScope();
  const { nav } = messages[locale].admin;
  const home = `/${locale}`;
  return (
    <>
      <AppHeader
        actor={actor}
        navLabel={nav.label}
        nav={[
          { href: `${home}/questions`, label: nav.questions },
          ...(can(actor, "user.read") ? [{ href: `${home}/users`, label: nav.users }] : []),
          ...(can(actor, "audit.read") ? [{ href: `${home}/audit`, label: nav.audit }] : []),
        ]}
      />
      <main id="content">{children}</main>
    </>
  );
}
