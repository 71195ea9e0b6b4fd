import type { ReactNode } from "react";
import { Icon } from "./icon";

interface DisclosureProps {
  summary: ReactNode;
  /** Names it for those who hear it alone, where several say the same; begins with what `summary` shows. */
  label?: string;
  open?: boolean;
  /** Each time that somebody opens it. */
  onOpen?: () => void;
  children: ReactNode;
}

/** Opens without a script. */
export function Disclosure({ summary, label, open, onOpen, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} onToggle={onOpen && ((event) => event.currentTarget.open && onOpen())}>
      <summary aria-label={label}>
        <Icon name="chevron-right" size={12} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
