"use client";
import { AppLink } from "../links/app-link";
import { usePathname } from "next/navigation";

export interface NavItem {
  href: string;
  label: string;
  /** Current only on this very page, not on those below it (home). */
  exact?: boolean;
  /** Other places whose pages belong to this item. */
  also?: readonly string[];
}

export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const pathname = usePathname();
  const isBelow = (place: string) => pathname.startsWith(`${place}/`);
  const isCurrent = ({ href, exact, also }: NavItem) =>
    pathname === href ||
    (!exact && isBelow(href)) ||
    also?.some((place) => pathname === place || isBelow(place)) === true;
  return items.map((item) => (
    <AppLink
      key={item.href}
      href={item.href}
      aria-current={isCurrent(item) ? "page" : undefined}
      className="whitespace-nowrap border-b-2 border-transparent py-2 hover:text-accent aria-[current=page]:border-accent aria-[current=page]:font-semibold"
    >
      {item.label}
    </AppLink>
  ));
}
