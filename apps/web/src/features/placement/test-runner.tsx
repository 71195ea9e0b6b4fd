"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import type { Answer } from "@tidao/player";
import { openParts, readyToSend } from "@tidao/player/answer-state";
import { ConfidencePicker } from "@tidao/player/confidence-picker";
import { QuestionPlayer } from "@tidao/player/question-player";
import { Button } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { ProgressLine } from "@tidao/ui/meter";
import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useTransition } from "react";
import { useLingering } from "../../use-lingering";
import { useEnter } from "../practice/use-enter";
import { useTest } from "./use-test";

interface TestRunnerProps {
  /** Null: a placement over all topics. */
  topic: string | null;
  /** The button that begins or goes on; null where no test can be begun. */
  start: string | null;
  /** After a test that was failed: to begin anew is not what the page is about, and no Enter too many begins it. */
  again?: boolean;
  /** Whether to ask how sure they are. */
  asksConfidence: boolean;
  /** Where the result is shown; null: on this page, by its own children. */
  resultHref: string | null;
  locale: Locale;
  labels: PlayerLabels;
  words: Pick<
    Messages["placement"],
    "progress" | "submit" | "submitting" | "finishing" | "beginning" | "offline" | "replaced"
  >;
  practice: Pick<Messages["practice"], "dontKnow" | "complete" | "unmoved" | "open">;
  offline: string;
  /** What stands there before the test, and after it where the result is shown here. */
  children: ReactNode;
}

/** A test: one question after the other without a verdict, until enough is known. */
export function TestRunner({
  topic,
  start,
  again = false,
  asksConfidence,
  resultHref,
  locale,
  labels,
  words,
  practice,
  offline,
  children,
}: TestRunnerProps) {
  const router = useRouter();
  const [leaving, startLeaving] = useTransition();
  const ended = useRef(false);
  const test = useTest(topic, { locale, offline, kept: words.offline, replaced: words.replaced }, (reset) =>
    startLeaving(() => {
      // in its place: on the way back from the result stands what was before the test, not the button that begins another
      if (resultHref) return router.replace(resultHref);
      // one transition: the question stays until the result can take its place
      router.refresh();
      ended.current = true;
      reset();
    }),
  );
  const { state, item, draft, sent, busy, problem, setProblem, submit, change } = test;
  const before = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state !== null || !ended.current) return;
    ended.current = false;
    window.scrollTo({ top: 0 });
    // the heading of the result, with what it is described by; what has none is read from its beginning
    const heading = before.current?.querySelector<HTMLElement>("[tabindex='-1']");
    (heading ?? before.current)?.focus({ preventScroll: true });
  }, [state]);
  const form = useRef<HTMLFormElement>(null);
  const stem = useRef<HTMLDivElement>(null);
  const [stemId, progressId] = [useId(), useId()];
  /** The very answer that the learner was asked about: a change makes another one. */
  const askedAbout = useRef<Answer | null>(null);
  const inHand = item?.question.versionId ?? null;
  useEffect(() => {
    if (inHand === null) return;
    window.scrollTo({ top: 0 });
    stem.current?.focus({ preventScroll: true });
  }, [inHand]);
  const asking = state !== null && item !== null;
  const lingers = useLingering(asking, 600);
  const working = busy || leaving;
  useEnter(!working && (item !== null || (start !== null && !again)), () =>
    item ? form.current?.requestSubmit() : void test.start(),
  );

  const alert = (
    <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
      {problem}
    </p>
  );
  const { answer, confidence } = draft;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!item) return;
    const { shown } = item.question;
    const ready = readyToSend(shown, answer, askedAbout.current === answer);
    if (sent) void submit(sent);
    else if (answer && ready === "ready") void submit(answer);
    else if (ready === "unmoved" || ready === "open") {
      askedAbout.current = answer;
      setProblem(formatMessage(locale, practice[ready], { count: openParts(shown, answer) }));
    } else setProblem(practice.complete);
  };
  return (
    <>
      {!asking && (
        <div className="grid gap-6">
          <div ref={before} tabIndex={-1} className="grid gap-6 outline-none">
            {children}
          </div>
          {start && (
            <div className="answer-bar">
              <Button
                variant={again ? "secondary" : "primary"}
                busy={working}
                aria-keyshortcuts={again ? undefined : "Enter"}
                onClick={() => void test.start()}
              >
                {working ? words.beginning : start}
                {!again && <Kbd>↵</Kbd>}
              </Button>
            </div>
          )}
          {alert}
        </div>
      )}
      {(asking || lingers) && (
        <form ref={form} className={asking ? "grid gap-6" : "sr-only"} onSubmit={onSubmit}>
          {asking && (
            <>
              <div className="grid gap-2">
                <ProgressLine value={state.answered} max={state.most} />
                <p id={progressId} className="text-end text-sm text-muted">
                  {formatMessage(locale, words.progress, { number: state.answered + 1, most: state.most })}
                </p>
              </div>
              {/* the focus comes to each new question: which one it is, is said with it */}
              <div
                ref={stem}
                tabIndex={-1}
                role="group"
                aria-labelledby={stemId}
                aria-describedby={progressId}
                className="outline-none"
              >
                <QuestionPlayer
                  key={item.question.versionId}
                  stemId={stemId}
                  question={item.question.shown}
                  value={answer}
                  onChange={(changed) => {
                    setProblem(null);
                    change({ answer: changed });
                  }}
                  labels={labels}
                  locale={locale}
                  disabled={sent !== null || working}
                />
              </div>
              {asksConfidence && (
                <ConfidencePicker
                  value={confidence}
                  onChange={(sure) => change({ confidence: sure })}
                  labels={labels}
                  disabled={sent !== null || working}
                />
              )}
            </>
          )}
          <div className="answer-bar">
            <Button type="submit" variant="primary" busy={working} aria-keyshortcuts="Enter">
              {working ? (leaving ? words.finishing : words.submitting) : words.submit}
              <Kbd>↵</Kbd>
            </Button>
            <Button
              variant="quiet"
              // not `disabled`: the focus would be lost before the next question can take it
              aria-disabled={working || sent !== null}
              onClick={() => asking && !working && sent === null && void submit({ kind: "blank" })}
            >
              {practice.dontKnow}
            </Button>
          </div>
          {asking && alert}
        </form>
      )}
    </>
  );
}
