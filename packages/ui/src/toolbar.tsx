import type { ReactNode } from "react";
import { join } from "./join";

export function Toolbar({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={join("toolbar", className)}>
      {children}
    </div>
  );
}
