import type { ReactNode } from "react";

/** A page that says one thing: not found, not allowed, failed. */
export function Screen({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <main id="content" className="mx-auto grid min-h-[60dvh] max-w-xl content-center gap-4 px-4 py-16">
      <h1 className="text-[1.625rem]">{title}</h1>
      <div className="grid gap-3 text-[1.125rem]">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </main>
  );
}
