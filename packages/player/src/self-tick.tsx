"use client";
import type { PlayerLabels } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { toggle } from "./answer-state";
import type { Feedback } from "./question-props";
import { compact, Rendered } from "./rendered";

interface SelfTickProps {
  keyPoints: NonNullable<Feedback["keyPoints"]>;
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
  onConfirm: () => void;
  labels: PlayerLabels;
  pending?: boolean;
}

/** A short answer of which some key points were not recognised: the learner compares, nothing counts as missing by itself. */
export function SelfTick({ keyPoints, ticked, onChange, onConfirm, labels, pending }: SelfTickProps) {
  return (
    <fieldset className="self-tick">
      <legend className="feedback-heading">{labels.selfTick.title}</legend>
      <p className="field-hint">{labels.selfTick.lead}</p>
      {keyPoints
        .filter(({ matched }) => !matched)
        .map(({ id, html }) => (
          <Checkbox
            key={id}
            label={<Rendered as="span" html={html} className={compact} />}
            checked={ticked.includes(id)}
            // not the whole: the button that was pressed would lose the focus
            disabled={pending}
            onChange={() => onChange(toggle(ticked, id))}
          />
        ))}
      <Button variant="primary" busy={pending} onClick={onConfirm}>
        {pending ? labels.selfTick.confirming : labels.selfTick.confirm}
      </Button>
    </fieldset>
  );
}
