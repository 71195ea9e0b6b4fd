"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { withInputs } from "../passage-html";
import { compact, Rendered } from "../rendered";
import type { KindProps } from "./kind-props";

/**
 * The inputs stand in the passage's own HTML and are read by delegation; React owns the string, not the inputs.
 * It must therefore not change while the learner types: values go in once and are then kept in step by the effect.
 */
export function Cloze({ question, value, onChange, labels, locale, graded, disabled }: KindProps<"cloze">) {
  const container = useRef<HTMLDivElement>(null);
  const filled = value?.blanks;
  const [first] = useState(filled);
  const { passage, blanks } = question;
  const total = blanks.length;
  const template = labels.cloze.blank;
  const html = useMemo(
    () => withInputs(passage, (number) => formatMessage(locale, template, { number, total }), first ?? {}),
    [passage, total, template, locale, first],
  );

  useEffect(() => {
    for (const input of container.current?.querySelectorAll<HTMLInputElement>("[data-blank]") ?? []) {
      const id = input.dataset.blank ?? "";
      const text = filled?.[id] ?? "";
      if (input.value !== text) input.value = text;
      const part = graded?.find((each) => each.id === id);
      if (part) input.dataset.mark = part.right ? "right" : "wrong";
      else delete input.dataset.mark;
    }
  }, [html, filled, graded]);

  const read = (event: FormEvent) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { dataset, value: text } = event.target;
    if (dataset.blank) onChange({ kind: "cloze", blanks: { ...filled, [dataset.blank]: text } });
  };
  return (
    <fieldset className="answer" disabled={disabled}>
      <legend className="answer-legend">{labels.cloze.legend}</legend>
      <div ref={container} onInput={read}>
        <Rendered html={html} className={`passage ${compact}`} />
      </div>
    </fieldset>
  );
}
