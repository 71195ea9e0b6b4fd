"use client";
import type { PlayerLabels } from "@tidao/i18n";
import { Kbd } from "@tidao/ui/kbd";
import { useId, useRef } from "react";
import { type Confidence, confidenceLevels } from "./question-props";
import { focusOn, useShortcuts } from "./use-shortcuts";

interface ConfidencePickerProps {
  value: Confidence | null;
  onChange: (confidence: Confidence) => void;
  labels: PlayerLabels;
  disabled?: boolean;
  keys?: boolean;
}

/** The number row goes on where the choices end: 1 to 6 choose, 7 to 0 say how sure. */
const keyOf: Record<Confidence, string> = { 1: "7", 2: "8", 3: "9", 4: "0" };

export function ConfidencePicker({ value, onChange, labels, disabled = false, keys = true }: ConfidencePickerProps) {
  const name = useId();
  const levels = useRef<HTMLFieldSetElement>(null);
  useShortcuts(keys && !disabled, (key) => {
    const level = confidenceLevels.find((each) => keyOf[each] === key);
    if (level) onChange(level);
    if (level) focusOn(levels.current, String(level));
    return level !== undefined;
  });
  return (
    <fieldset ref={levels} className="confidence" disabled={disabled}>
      <legend className="answer-legend">{labels.confidence.legend}</legend>
      <div className="confidence-levels">
        {confidenceLevels.map((level) => (
          <label key={level} className="confidence-level">
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={level}
              checked={value === level}
              aria-keyshortcuts={keys ? keyOf[level] : undefined}
              onChange={() => onChange(level)}
            />
            {labels.confidence.levels[level]}
            {keys && <Kbd>{keyOf[level]}</Kbd>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
