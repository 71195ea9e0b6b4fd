"use client";
import type { Messages } from "@tidao/i18n";
import { Mark } from "@tidao/ui/mark";
import { RadioCard } from "@tidao/ui/radio-card";
import { Fragment } from "react";

export const feedbackChoices = ["after_due", "immediately", "never"] as const;
export type FeedbackRelease = (typeof feedbackChoices)[number];

interface FeedbackChoiceProps {
  value: FeedbackRelease;
  onChange: (value: FeedbackRelease) => void;
  words: Pick<Messages["teach"]["assign"], "feedback" | "feedbackOptions" | "feedbackHints" | "feedbackFinal">;
  /** What has to be known of another choice. */
  warning?: string;
}

/** When verdicts and solutions are shown, each choice with what it means, and what of it cannot be undone. */
export function FeedbackChoice({ value, onChange, words, warning }: FeedbackChoiceProps) {
  const said = value === "immediately" ? words.feedbackFinal : warning;
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label mb-1">{words.feedback}</legend>
      {feedbackChoices.map((choice) => (
        <Fragment key={choice}>
          <RadioCard
            name="feedback"
            value={choice}
            checked={value === choice}
            label={words.feedbackOptions[choice]}
            hint={words.feedbackHints[choice]}
            onChange={() => onChange(choice)}
          />
          {value === choice && said && (
            <p role="alert" className="field-warning mb-1">
              <Mark shape="warning" size={14} />
              <span>{said}</span>
            </p>
          )}
        </Fragment>
      ))}
    </fieldset>
  );
}
