import { Brand } from "@tidao/next-kit/document";
import type { ReactNode } from "react";
import { AppLink } from "@tidao/next-kit/app-link";

/** The one line above a question: where one is, and the way out. */
export function FocusBar({
  title,
  leave,
  children,
}: {
  title: ReactNode;
  leave: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <Brand />
      <h1 className="min-w-0 flex-1 truncate text-base font-semibold max-sm:order-last max-sm:line-clamp-2 max-sm:basis-full max-sm:whitespace-normal">
        {title}
      </h1>
      <div className="ml-auto flex items-center gap-3 text-sm">
        {children}
        <AppLink className="link inline-flex min-h-6 items-center" href={leave.href}>
          {leave.label}
        </AppLink>
      </div>
    </header>
  );
}
