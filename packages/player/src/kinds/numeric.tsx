"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { SelectBox } from "@tidao/ui/select";
import { useId } from "react";
import { joinQuantity, splitQuantity } from "../answer-state";
import { PartMark } from "../part-mark";
import type { KindProps } from "./kind-props";

export function Numeric({ question, value, onChange, labels, locale, graded, disabled }: KindProps<"numeric">) {
  const id = useId();
  const units = question.units ?? (question.unit ? [question.unit] : []);
  const { number, unit } = splitQuantity(value?.text ?? "", units);
  const change = (text: string) => onChange({ kind: "numeric", text });
  const part = graded?.[0];
  return (
    <fieldset className="answer" disabled={disabled}>
      <legend className="sr-only">{labels.numeric.label}</legend>
      <label htmlFor={id} className="answer-legend">
        {labels.numeric.label}
      </label>
      <div className="numeric">
        <input
          id={id}
          className="input numeric-input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={60}
          value={number}
          aria-describedby={disabled ? undefined : `${id}-hint`}
          onChange={(event) => change(joinQuantity(event.target.value, unit))}
        />
        {units.length > 1 ? (
          <SelectBox
            aria-label={labels.numeric.unit}
            value={unit ?? question.unit ?? units[0]}
            onChange={(event) => change(joinQuantity(number, event.target.value))}
          >
            {units.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </SelectBox>
        ) : (
          question.unit && <span className="numeric-unit">{question.unit}</span>
        )}
        {part && <PartMark name={part.right ? "right" : "wrong"} labels={labels} />}
      </div>
      {!disabled && (
        <p id={`${id}-hint`} className="field-hint">
          {labels.numeric.hint}{" "}
          {question.unit &&
            units.length <= 1 &&
            formatMessage(locale, labels.numeric.impliedUnit, { unit: question.unit })}
        </p>
      )}
    </fieldset>
  );
}
