import { Icon } from "@tidao/ui/icon";
import type { ReactNode } from "react";
import { AppLink } from "@tidao/next-kit/app-link";

/** Where this page belongs, above its title. */
export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <AppLink className="inline-flex min-h-6 items-center gap-1 text-accent" href={href}>
    <Icon name="chevron-left" size={14} className="flex-none" />
    <span className="wrap-anywhere">{children}</span>
  </AppLink>
);
