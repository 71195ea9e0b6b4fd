import type { ReactNode } from "react";
import { BrandBar } from "../document";

/** What sign-in, sign-up and the pages of mailed links stand in. */
export function EntryFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-md grid-rows-[auto_1fr] px-4">
      <BrandBar />
      <main id="content" className="grid content-start gap-6 py-10 sm:py-16">
        <div className="grid gap-1">
          <h1 className="text-[1.625rem]">{title}</h1>
          {lead && <p className="entry-lead text-muted">{lead}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}
