import type { ReactNode } from "react";
import { Mark } from "./mark";

export interface FieldTexts {
  label: ReactNode;
  /** Behind the label: "optional". */
  note?: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** What it would do if it is meant: nothing is refused. An error goes before it. */
  warning?: ReactNode;
}

/** The attributes that tie a control to its hint and its error or warning. */
export const describedBy = (id: string, { hint, error, warning }: Pick<FieldTexts, "hint" | "error" | "warning">) => ({
  id,
  "aria-describedby":
    [error ? `${id}-error` : warning ? `${id}-warning` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ") ||
    undefined,
  "aria-invalid": error ? true : undefined,
});

export function Field({
  id,
  label,
  note,
  hint,
  error,
  warning,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {note && <span className="field-note">{` ${note}`}</span>}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} role="alert" className="field-error">
          <Mark shape="wrong" size={14} />
          <span>{error}</span>
        </p>
      )}
      {!error && warning && (
        <p id={`${id}-warning`} role="alert" className="field-warning">
          <Mark shape="warning" size={14} />
          <span>{warning}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
