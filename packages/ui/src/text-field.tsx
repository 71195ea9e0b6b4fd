import { type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from "react";
import { describedBy, Field, type FieldTexts } from "./field";
import { join } from "./join";

type TextFieldProps = FieldTexts & { id?: string } & Omit<InputHTMLAttributes<HTMLInputElement>, "id">;

export function TextField({ id, label, note, hint, error, warning, className, ...input }: TextFieldProps) {
  const generated = useId();
  const fieldId = id ?? generated;
  return (
    <Field id={fieldId} {...{ label, note, hint, error, warning }}>
      <input className={join("input", className)} {...describedBy(fieldId, { hint, error, warning })} {...input} />
    </Field>
  );
}

type TextAreaProps = FieldTexts & { id?: string } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id">;

export function TextArea({ id, label, note, hint, error, warning, className, ...area }: TextAreaProps) {
  const generated = useId();
  const fieldId = id ?? generated;
  return (
    <Field id={fieldId} {...{ label, note, hint, error, warning }}>
      <textarea className={join("input", className)} {...describedBy(fieldId, { hint, error, warning })} {...area} />
    </Field>
  );
}
