import type { ReactNode } from "react";
import { Mark } from "./mark";

export interface FieldTexts {
  label: ReactNode;
  /** Behind the label: "optional". */
  note?: string;
  hint?: ReactNode;
  error?: ReactNode;
}

/** The attributes that tie a control to its hint and its error. */
export const describedBy = (id: string, { hint, error }: Pick<FieldTexts, "hint" | "error">) => ({
  id,
  "aria-describedby": [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

export function Field({ id, label, note, hint, error, children }: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
        {note && <span className="field-note">{note}</span>}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} role="alert" className="field-error">
          <Mark shape="wrong" size={14} />
          <span>{error}</span>
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
