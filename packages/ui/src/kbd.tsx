import type { ReactNode } from "react";

/** A key, beside what it does. Hidden from screen readers: the control itself carries `aria-keyshortcuts`. */
export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="kbd" aria-hidden="true">
    {children}
  </kbd>
);
