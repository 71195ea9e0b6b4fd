import type { ReactNode } from "react";
import { Icon } from "./icon";

/** Opens without a script. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="chevron-right" size={12} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
