import type { ReactNode } from "react";

/** The column in which a page stands, under the header. */
export const PageWidth = ({ narrow, children }: { narrow?: boolean; children: ReactNode }) => (
  <div className={`mx-auto w-full px-4 pb-20 ${narrow ? "max-w-3xl" : "max-w-6xl"}`}>{children}</div>
);
