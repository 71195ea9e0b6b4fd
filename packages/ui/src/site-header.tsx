import type { ReactNode } from "react";
import type { LinkComponent } from "./link-component";
import { Seal } from "./seal";

interface SiteHeaderProps {
  brand: { href: string; name: string };
  skipLabel: string;
  navLabel: string;
  nav: { href: string; label: ReactNode; current: boolean }[];
  /** Search, language, theme, account. */
  actions?: ReactNode;
  link?: LinkComponent;
}

/** The head of every page of both apps. The page's own `<main>` carries `id="main"` and `tabIndex={-1}`. */
export function SiteHeader({ brand, skipLabel, navLabel, nav, actions, link: Link = "a" }: SiteHeaderProps) {
  return (
    <>
      <a href="#main" className="skip-link">
        {skipLabel}
      </a>
      <header className="site-header">
        <div className="site-header-row">
          <Link href={brand.href} className="site-brand">
            <Seal />
            {brand.name}
          </Link>
          <nav className="site-nav" aria-label={navLabel}>
            {nav.map((item) => (
              <Link
                key={item.href}
                href={item.href}
                className="nav-link"
                aria-current={item.current ? "page" : undefined}
              >
                {item.label}
              </Link>
            ))}
          </nav>
          {actions && <div className="site-actions">{actions}</div>}
        </div>
      </header>
    </>
  );
}
