import type { ReactNode } from "react";

interface Props {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** What stands above: a boundary in the browser has nothing to put there. */
  bar?: ReactNode;
}

/** A page that says one thing: not found, not allowed, failed. */
export function Screen({ title, children, actions, bar }: Props) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-xl grid-rows-[auto_1fr] px-4">
      {bar ?? <div />}
      <main id="content" className="grid content-start gap-4 py-16">
        <h1 className="text-[1.625rem]">{title}</h1>
        <div className="grid gap-3 text-[1.125rem]">{children}</div>
        {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      </main>
    </div>
  );
}
