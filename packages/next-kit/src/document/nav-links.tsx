"use client";
import { AppLink } from "../links/app-link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

export interface NavItem {
  href: string;
  label: string;
  /** Current only on this very page, not on those below it (home). */
  exact?: boolean;
  /** Other places whose pages belong to this item. */
  also?: readonly string[];
}

/** The places of an app: beside the brand where there is room, else a line of their own, moved to where one is; a few stand in two. */
export function NavLinks({ items, label }: { items: readonly NavItem[]; label: string }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = nav.current?.querySelector("[aria-current]");
    if (!nav.current || !here) return;
    const [line, link] = [nav.current.getBoundingClientRect(), here.getBoundingClientRect()];
    nav.current.scrollLeft += link.left + link.width / 2 - line.left - line.width / 2;
  }, [pathname]);
  const isBelow = (place: string) => pathname.startsWith(`${place}/`);
  const isCurrent = ({ href, exact, also }: NavItem) =>
    pathname === href ||
    (!exact && isBelow(href)) ||
    also?.some((place) => pathname === place || isBelow(place)) === true;
  return (
    <nav
      ref={nav}
      aria-label={label}
      className={`fading-line order-last -mx-4 flex w-[calc(100%+2rem)] gap-x-5 overflow-x-auto px-4 [scrollbar-width:none] xl:order-none xl:mx-0 xl:w-auto xl:flex-1 xl:gap-4 xl:px-1 xl:text-sm ${items.length > 5 ? "" : "max-sm:flex-wrap"}`}
    >
      {items.map((item) => (
        <AppLink
          key={item.href}
          href={item.href}
          aria-current={isCurrent(item) ? "page" : undefined}
          className="whitespace-nowrap border-b-2 border-transparent py-2 hover:text-accent aria-[current=page]:border-accent aria-[current=page]:font-semibold focus-visible:-outline-offset-2 xl:py-3"
        >
          {item.label}
        </AppLink>
      ))}
    </nav>
  );
}
