import type { ReactNode } from "react";
import { Icon } from "./icon";

interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  /** Each time that somebody opens it. */
  onOpen?: () => void;
  children: ReactNode;
}

/** Opens without a script. */
export function Disclosure({ summary, open, onOpen, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} onToggle={onOpen && ((event) => event.currentTarget.open && onOpen())}>
      <summary>
        <Icon name="chevron-right" size={12} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
