"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { useId } from "react";
import type { KindProps } from "./kind-props";

const LIMIT = 4000;

export function ShortAnswer({ value, onChange, labels, locale, disabled }: KindProps<"short-answer">) {
  const id = useId();
  const text = value?.text ?? "";
  return (
    <fieldset className="answer" disabled={disabled}>
      <legend className="sr-only">{labels.shortAnswer.label}</legend>
      <label htmlFor={id} className="answer-legend">
        {labels.shortAnswer.label}
      </label>
      <textarea
        id={id}
        className="input"
        rows={6}
        maxLength={LIMIT}
        value={text}
        aria-describedby={disabled ? undefined : `${id}-hint`}
        onChange={(event) => onChange({ kind: "short-answer", text: event.target.value })}
      />
      {!disabled && (
        <p id={`${id}-hint`} className="field-hint">
          {labels.shortAnswer.hint}{" "}
          {text.length > LIMIT * 0.8 &&
            formatMessage(locale, labels.shortAnswer.count, { used: text.length, limit: LIMIT })}
        </p>
      )}
    </fieldset>
  );
}
