import type { InputHTMLAttributes, ReactNode } from "react";
import { Kbd } from "./kbd";
import { join } from "./join";

type RadioCardProps = {
  /** A checkbox where several may be chosen. */
  type?: "radio" | "checkbox";
  label?: ReactNode;
  hint?: ReactNode;
  /** The key that chooses it. */
  shortcut?: string;
  /** Behind the text, at the end of the line. */
  end?: ReactNode;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "type">;

/** A choice of which the whole card can be pressed. `children` take the place of label and hint. */
export function RadioCard({
  type = "radio",
  label,
  hint,
  shortcut,
  end,
  children,
  className,
  ...input
}: RadioCardProps) {
  return (
    <label className={join("choice", className)}>
      <input type={type} aria-keyshortcuts={shortcut} {...input} />
      <span className="choice-body">
        {children ?? (
          <>
            <span className="choice-title">{label}</span>
            {hint && <span className="field-hint block">{hint}</span>}
          </>
        )}
      </span>
      {end}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </label>
  );
}
