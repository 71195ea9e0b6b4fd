import { type SelectHTMLAttributes, useId } from "react";
import { describedBy, Field, type FieldTexts } from "./field";
import { Icon } from "./icon";
import { join } from "./join";

/** The browser's own select with our frame: it opens as the system's list on a phone, and needs no script. */
export function SelectBox({ className, children, ...select }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className="select">
      <select className={join("input", className)} {...select}>
        {children}
      </select>
      <Icon name="chevron-down" size={14} />
    </span>
  );
}

type SelectProps = FieldTexts & { id?: string } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id">;

export function Select({ id, label, note, hint, error, warning, children, ...select }: SelectProps) {
  const generated = useId();
  const fieldId = id ?? generated;
  return (
    <Field id={fieldId} {...{ label, note, hint, error, warning }}>
      <SelectBox {...describedBy(fieldId, { hint, error, warning })} {...select}>
        {children}
      </SelectBox>
    </Field>
  );
}
