"use client";
import type { PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import type { Html } from "./question-props";
import { compact, Rendered } from "./rendered";

interface HintListProps {
  /** Those taken so far. */
  hints: readonly Html[];
  /** All that the question has. */
  available: number;
  onTake: () => void;
  labels: PlayerLabels;
  locale: Locale;
  pending?: boolean;
  disabled?: boolean;
}

export function HintList({ hints, available, onTake, labels, locale, pending, disabled }: HintListProps) {
  const left = available - hints.length;
  if (available === 0) return null;
  return (
    <section className="hints" aria-label={labels.hints.title} lang={locale}>
      <ol aria-live="polite">
        {hints.map((html, index) => (
          <li key={html} aria-atomic="true">
            <p className="answer-legend">{formatMessage(locale, labels.hints.number, { number: index + 1 })}</p>
            <Rendered html={html} className={compact} />
          </li>
        ))}
      </ol>
      {!disabled && (
        <p className="hints-take">
          <Button
            variant="quiet"
            size="small"
            busy={pending}
            // stays after the last hint, not `disabled`: the focus is on it
            aria-disabled={left === 0 || pending}
            onClick={left > 0 ? onTake : undefined}
          >
            {labels.hints.take}
          </Button>
          <span className="field-hint">{formatMessage(locale, labels.hints.left, { count: left })}</span>
          {left > 0 && <span className="field-hint">{labels.hints.cost}</span>}
        </p>
      )}
    </section>
  );
}
