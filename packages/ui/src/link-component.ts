import type { ComponentType, ReactNode } from "react";

/** What stands in for `<a>`: an app passes its router's link here, so that this package knows no router. */
export type LinkComponent =
  | "a"
  | ComponentType<{
      href: string;
      className?: string;
      children?: ReactNode;
      rel?: string;
      "aria-current"?: "page" | "true" | undefined;
      "aria-label"?: string;
    }>;
