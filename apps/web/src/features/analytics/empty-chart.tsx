import { AppLink } from "@tidao/next-kit/app-link";
import { LinkButton } from "@tidao/ui/button";
import type { ReactNode } from "react";

interface EmptyChartProps {
  children: ReactNode;
  go: { href: string; text: string };
}
/** Where there is nothing to draw yet: when there will be, and the way there. */
export const EmptyChart = ({ children, go: { href, text } }: EmptyChartProps) => (
  <>
    <p className="text-muted">{children}</p>
    <p>
      <LinkButton link={AppLink} href={href}>
        {text}
      </LinkButton>
    </p>
  </>
);
