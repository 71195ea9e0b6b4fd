"use client";
import { type ComponentProps, type MouseEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { describedBy, Field, type FieldTexts } from "./field";
import { Icon } from "./icon";
import { join } from "./join";

type PasswordInputProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Names the button that shows what was typed. */
  show: string;
};

/**
 * What is typed is hidden until the button in it is pressed, and again once the form is sent: a browser would keep what
 * was sent as plain text (GOV.UK Design System, password input).
 */
export function PasswordInput({ show, className, ...input }: PasswordInputProps) {
  const ref = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const form = ref.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener("submit", hide);
    return () => form?.removeEventListener("submit", hide);
  }, []);
  // a press does not take the focus out of the field, nor what a phone types with
  const keepFocus = (event: MouseEvent) => event.preventDefault();
  const cursor = useRef<readonly [number | null, number | null] | null>(null);
  const turn = () => {
    cursor.current = [ref.current?.selectionStart ?? null, ref.current?.selectionEnd ?? null];
    setShown(!shown);
  };
  // a field that becomes another kind forgets where the cursor stood: it is put back before the next key comes
  useLayoutEffect(() => {
    const field = ref.current;
    if (cursor.current && document.activeElement === field) field?.setSelectionRange(...cursor.current);
    cursor.current = null;
  }, [shown]);
  return (
    <span className="password-input">
      <input
        ref={ref}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        type={shown ? "text" : "password"}
        className={join("input", className)}
      />
      <button
        type="button"
        title={show}
        aria-label={show}
        aria-pressed={shown}
        aria-controls={input.id}
        onMouseDown={keepFocus}
        onClick={turn}
      >
        <Icon name={shown ? "eye-off" : "eye"} size={18} />
      </button>
    </span>
  );
}

type PasswordFieldProps = FieldTexts & PasswordInputProps;

export function PasswordField({ id, label, note, hint, error, warning, ...input }: PasswordFieldProps) {
  const generated = useId();
  const fieldId = id ?? generated;
  return (
    <Field id={fieldId} {...{ label, note, hint, error, warning }}>
      <PasswordInput {...describedBy(fieldId, { hint, error, warning })} {...input} />
    </Field>
  );
}
