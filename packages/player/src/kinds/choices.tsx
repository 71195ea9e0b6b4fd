"use client";
import { RadioCard } from "@tidao/ui/radio-card";
import { useId, useRef } from "react";
import { toggle } from "../answer-state";
import { choiceMark, PartMark } from "../part-mark";
import type { Part } from "../question-props";
import { compact, Rendered } from "../rendered";
import { focusOn, useShortcuts } from "../use-shortcuts";
import type { KindProps } from "./kind-props";

type Shared = Pick<KindProps<"single-choice">, "labels" | "graded" | "disabled" | "keys">;
interface ChoiceListProps extends Shared {
  type: "radio" | "checkbox";
  choices: readonly Part[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
  legend: string;
}

/** Keys 1 to 6, as they stand beside the choices; a seventh and eighth choice have none. */
const keyOf = (index: number) => (index < 6 ? String(index + 1) : undefined);

function ChoiceList({ type, choices, chosen, onChoose, legend, labels, graded, disabled, keys }: ChoiceListProps) {
  const name = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  useShortcuts(keys && !disabled, (key) => {
    const choice = choices.find((_, index) => keyOf(index) === key);
    if (choice) onChoose(choice.id);
    if (choice) focusOn(list.current, choice.id);
    return choice !== undefined;
  });
  return (
    <fieldset ref={list} className="answer" disabled={disabled}>
      <legend className="answer-legend">{legend}</legend>
      {choices.map(({ id, html }, index) => {
        const part = graded?.find((each) => each.id === id);
        const mark = part && choiceMark(part);
        return (
          <RadioCard
            key={id}
            type={type}
            name={name}
            value={id}
            checked={chosen.includes(id)}
            onChange={() => onChoose(id)}
            shortcut={keys && !graded ? keyOf(index) : undefined}
            className={mark ? `choice-graded tone-${mark === "chosenWrong" ? "wrong" : "right"}` : undefined}
            end={mark && <PartMark name={mark} labels={labels} />}
          >
            <Rendered html={html} className={compact} />
          </RadioCard>
        );
      })}
    </fieldset>
  );
}

export function SingleChoice({ question, value, onChange, labels, ...rest }: KindProps<"single-choice">) {
  return (
    <ChoiceList
      type="radio"
      legend={labels.choices.one}
      choices={question.choices}
      chosen={value ? [value.choiceId] : []}
      onChoose={(choiceId) => onChange({ kind: "single-choice", choiceId })}
      labels={labels}
      {...rest}
    />
  );
}

export function MultipleChoice({ question, value, onChange, labels, ...rest }: KindProps<"multiple-choice">) {
  const chosen = value?.choiceIds ?? [];
  return (
    <ChoiceList
      type="checkbox"
      legend={labels.choices.many}
      choices={question.choices}
      chosen={chosen}
      onChoose={(id) => onChange({ kind: "multiple-choice", choiceIds: toggle(chosen, id) })}
      labels={labels}
      {...rest}
    />
  );
}
