import Link from "next/link";
import type { ComponentProps } from "react";

/** The router's link without fetching ahead: a page costs the server work that most links in sight never repay. */
export const AppLink = (props: ComponentProps<typeof Link>) => <Link prefetch={false} {...props} />;
