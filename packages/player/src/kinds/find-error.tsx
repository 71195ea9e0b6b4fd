"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { useEffect, useMemo, useRef, useState } from "react";
import { toggle } from "../answer-state";
import { withToggles } from "../passage-html";
import { compact, Rendered } from "../rendered";
import type { KindProps } from "./kind-props";

/** Spans are toggles in the passage's own HTML, pressed by delegation (see Cloze). */
export function FindError({ question, value, onChange, labels, locale, graded, disabled }: KindProps<"find-error">) {
  const container = useRef<HTMLDivElement>(null);
  const chosen = value?.spanIds;
  const [first] = useState(chosen);
  const { passage } = question;
  const html = useMemo(() => withToggles(passage, first ?? []), [passage, first]);

  useEffect(() => {
    for (const span of container.current?.querySelectorAll<HTMLElement>("[data-span]") ?? []) {
      const id = span.dataset.span ?? "";
      span.ariaPressed = String(chosen?.includes(id) ?? false);
      span.ariaDisabled = disabled ? "true" : null;
      span.tabIndex = disabled ? -1 : 0;
      const part = graded?.find((each) => each.id === id);
      if (part && (part.chosen || !part.right))
        span.dataset.mark = part.right ? "right" : part.chosen ? "wrong" : "missed";
      else delete span.dataset.mark;
    }
  }, [html, chosen, graded, disabled]);

  const press = (target: EventTarget) => {
    const span = target instanceof Element ? target.closest<HTMLElement>("[data-span]") : null;
    if (disabled || !span?.dataset.span) return false;
    onChange({ kind: "find-error", spanIds: toggle(chosen ?? [], span.dataset.span) });
    return true;
  };
  return (
    <fieldset className="answer" disabled={disabled}>
      <legend className="answer-legend">{labels.findError.legend}</legend>
      {/* the spans inside are the buttons; this element only listens for them */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={container}
        onClick={(event) => press(event.target)}
        onKeyDown={(event) => {
          if ((event.key === "Enter" || event.key === " ") && press(event.target)) event.preventDefault();
        }}
      >
        <Rendered html={html} className={`passage ${compact}`} />
      </div>
      <p className="field-hint" role="status">
        {formatMessage(locale, labels.findError.marked, { count: chosen?.length ?? 0 })}
      </p>
    </fieldset>
  );
}
