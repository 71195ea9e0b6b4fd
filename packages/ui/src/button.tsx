import type { ComponentProps, ReactNode } from "react";
import { join } from "./join";
import type { LinkComponent } from "./link-component";

export interface ButtonLook {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "medium" | "small";
  /** Square, for a single icon; give it an `aria-label`. */
  icon?: boolean;
}

export const buttonClass = ({ variant = "secondary", size, icon }: ButtonLook, className?: string): string =>
  join("button", `button-${variant}`, size === "small" && "button-small", icon && "button-icon", className);

type ButtonProps = ButtonLook & ComponentProps<"button"> & { busy?: boolean };

/** `busy` keeps the focus where it is and says so to a screen reader; a second press does nothing. */
export function Button({ variant, size, icon, busy, className, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={busy ? "button" : type}
      className={buttonClass({ variant, size, icon }, className)}
      {...(busy ? { "aria-busy": true, "aria-disabled": true } : { onClick })}
      {...rest}
    />
  );
}

interface LinkButtonProps extends ButtonLook {
  href: string;
  link?: LinkComponent;
  className?: string;
  children: ReactNode;
}

export function LinkButton({ href, link: Link = "a", variant, size, icon, className, children }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonClass({ variant, size, icon }, className)}>
      {children}
    </Link>
  );
}
