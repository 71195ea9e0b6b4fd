import type { ReactNode } from "react";
import type { LinkComponent } from "./link-component";

interface TabsProps {
  label: string;
  tabs: { href: string; label: ReactNode; current: boolean; count?: string | number }[];
  link?: LinkComponent;
}

/** Links that look like tabs: each has its address, and back works. */
export function Tabs({ label, tabs, link: Link = "a" }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} className="tab" aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {/* one text with its space: Orca drops a space that stands alone, and tells of “Learners3” */}
          {tab.count !== undefined && <span className="tab-count">{` ${tab.count}`}</span>}
        </Link>
      ))}
    </nav>
  );
}
