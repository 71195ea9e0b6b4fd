import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & {
  href: string;
  /** False: the page behind the link begins where this one was being read. */
  scroll?: boolean;
};

/**
 * A link within the app, which `SoftLinks` follows without loading the document again. It is a plain `<a>`: Next's own link
 * is a client component, which costs the server hooks, a place in the router's data and a boundary for each link of a list,
 * and fetching ahead, which it gives for that, costs more than most links in sight repay.
 */
export const AppLink = ({ scroll, children, ...props }: Props) => (
  <a data-soft={scroll === false ? "still" : ""} {...props}>
    {children}
  </a>
);
