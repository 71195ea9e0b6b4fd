import { type ReactNode, useId } from "react";
import { buttonClass, type ButtonLook } from "./button";

interface MenuProps extends ButtonLook {
  label: string;
  /** What the button shows; `label` names it when this is an icon alone. */
  button: ReactNode;
  /** Links and buttons with the class `menu-item`. */
  children: ReactNode;
}

/** The browser's own popover: closes on Escape and on a press elsewhere, without a script. */
export function Menu({ label, button, children, variant = "quiet", size, icon }: MenuProps) {
  const id = useId();
  return (
    <>
      <button type="button" className={buttonClass({ variant, size, icon })} popoverTarget={id} aria-label={label}>
        {button}
      </button>
      <div id={id} popover="auto" className="menu">
        {children}
      </div>
    </>
  );
}
