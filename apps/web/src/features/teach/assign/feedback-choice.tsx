"use client";
import type { Messages } from "@tidao/i18n";
import { RadioCard } from "@tidao/ui/radio-card";

export const feedbackChoices = ["after_due", "immediately", "never"] as const;
export type FeedbackRelease = (typeof feedbackChoices)[number];

interface FeedbackChoiceProps {
  value: FeedbackRelease;
  onChange: (value: FeedbackRelease) => void;
  words: Pick<Messages["teach"]["assign"], "feedback" | "feedbackOptions" | "feedbackHints">;
}

/** When verdicts and solutions are shown, each choice with what it means. */
export function FeedbackChoice({ value, onChange, words }: FeedbackChoiceProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label mb-1">{words.feedback}</legend>
      {feedbackChoices.map((choice) => (
        <RadioCard
          key={choice}
          name="feedback"
          value={choice}
          checked={value === choice}
          label={words.feedbackOptions[choice]}
          hint={words.feedbackHints[choice]}
          onChange={() => onChange(choice)}
        />
      ))}
    </fieldset>
  );
}
