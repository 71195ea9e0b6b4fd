import { messages } from "@tidao/i18n";
import { otherLocale } from "@tidao/kernel";
import type { ReactNode } from "react";
import { Brand, LanguageSwitch } from "../document";
import { requestScope } from "../request-scope";

/** What sign-in and sign-up stand in. */
export function EntryFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { locale } = requestScope();
  const other = otherLocale(locale);
  return (
    <div className="mx-auto grid min-h-dvh max-w-md grid-rows-[auto_1fr] px-4">
      <header className="flex items-center justify-between py-2">
        <Brand />
        <LanguageSwitch to={other} label={messages[locale].app.language[other]} />
      </header>
      <main id="content" className="grid content-start gap-6 py-10 sm:py-16">
        <div className="grid gap-1">
          <h1 className="text-[1.625rem]">{title}</h1>
          <p className="text-muted">{lead}</p>
        </div>
        {children}
      </main>
    </div>
  );
}
