"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { useEffect, useRef, useState } from "react";
import { problemText } from "../../problem-text";

interface HandInProps {
  /** Numbers of the questions without an answer. */
  missing: number[];
  /** What is left of the time, once it is little. */
  timeLeft: string | null;
  words: Messages["classes"]["assignment"];
  locale: Locale;
  failure: { locale: Locale; zone: string; offline: string };
  /** Whether a press was meant for the button that made room for this: it must not hand in. */
  isSecondPress: () => boolean;
  onBack: (index?: number) => void;
  handIn: () => Promise<void>;
}

/** The last look before it is final: what is missing, with a way to each. */
export function HandIn({ missing, timeLeft, words, locale, failure, isSecondPress, onBack, handIn }: HandInProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const back = (index?: number) => (isSecondPress() ? heading.current?.focus() : onBack(index));
  const run = async () => {
    if (isSecondPress()) return heading.current?.focus();
    setBusy(true);
    setProblem(null);
    try {
      await handIn();
    } catch (error) {
      setProblem(problemText(error, failure));
      setBusy(false);
    }
  };
  return (
    <section className="card grid gap-5">
      <h2 ref={heading} tabIndex={-1}>
        {words.handInTitle}
      </h2>
      <div className="grid gap-2">
        <p>
          {missing.length === 0
            ? words.complete
            : formatMessage(locale, words.missing, {
                count: missing.length,
                list: missing.join(locale === "zh" ? "、" : ", "),
              })}
        </p>
        {missing.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {missing.map((number) => (
              <li key={number}>
                <button type="button" className="attempt-step" onClick={() => back(number - 1)}>
                  {number}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="text-muted">{words.final}</p>
        <p role="status" className="font-semibold empty:hidden">
          {timeLeft}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" busy={busy} onClick={() => void run()}>
          {busy ? words.handingIn : words.submitAll}
        </Button>
        <Button variant="quiet" onClick={() => back()}>
          {words.back}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </section>
  );
}
