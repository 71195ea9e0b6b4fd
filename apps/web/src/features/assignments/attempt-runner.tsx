"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import { QuestionPlayer } from "@tidao/player/question-player";
import { Button } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { ProgressLine } from "@tidao/ui/meter";
import { Notice } from "@tidao/ui/notice";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import type { ApiData } from "../../api-data";
import { api } from "../../api";
import { useLingering } from "../../use-lingering";
import { useEnter } from "../practice/use-enter";
import { arriveWithFocus } from "./take-focus";
import { endsAttempt, isStored, unanswered } from "./attempt-state";
import { HandIn } from "./hand-in";
import { useSecondPress } from "./second-press";
import { useAttempt } from "./use-attempt";
import { useTimeLeft } from "./use-time-left";

type Attempt = ApiData["assignments"]["getAttempt"];
export interface AttemptRunnerProps {
  attemptId: string;
  assignmentId: string;
  items: Attempt["items"];
  dueAt: string;
  /** When the server made the page. */
  now: string;
  labels: PlayerLabels;
  words: Messages["classes"]["assignment"];
  locale: Locale;
  zone: string;
  offline: string;
  /** What the shape of a notice means. */
  notice: string;
}

const firstUnanswered = (items: Attempt["items"]) =>
  Math.max(
    0,
    items.findIndex(({ answer }) => answer === null || answer.kind === "blank"),
  );

/** One question at a time; each stored answer can be changed until the attempt is handed in or its time is over. */
export function AttemptRunner({
  attemptId,
  assignmentId,
  items,
  dueAt,
  now,
  labels,
  words,
  locale,
  zone,
  offline,
  notice,
}: AttemptRunnerProps) {
  const router = useRouter();
  const [current, setCurrent] = useState(() => firstUnanswered(items));
  const [handingIn, setHandingIn] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const failure = { locale, zone, offline };
  const showResult = () => {
    arriveWithFocus();
    router.refresh();
  };
  const { held, change, store, busy, problem, setProblem, stored } = useAttempt(
    attemptId,
    items,
    current,
    { ...failure, offline: words.away },
    showResult,
  );
  const minutes = useTimeLeft({ at: dueAt, now }, { closing: () => void store(false), ask: () => router.refresh() });
  const over = minutes === 0;
  useEnter(!handingIn && !over, () => form.current?.requestSubmit());
  const answering = useLingering(!handingIn && !over);
  const { area, ...press } = useSecondPress(handingIn ? "hand-in" : current);
  // the focus moves after the question was drawn, and not when the page comes
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && !handingIn) heading.current?.focus();
    moved.current = true;
  }, [current, handingIn]);

  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!over) return;
    arriveWithFocus();
    end.current?.focus();
  }, [over]);

  const item = items[current];
  const own = held[current];
  if (!item || !own) return null;
  const say = (sentence: string, params: Record<string, string | number>) => formatMessage(locale, sentence, params);
  const show = (index: number) => {
    setProblem(null);
    setCurrent(index);
    setHandingIn(false);
  };
  const timeLeft = minutes ? say(words.closesIn, { count: minutes }) : null;
  const last = current === items.length - 1;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    // an untouched question would be passed by, and an ordering stored as it happens to stand; a mouse took the focus along
    if (press.isSecond()) return heading.current?.focus();
    if (!(await store(true))) return;
    if (last) setHandingIn(true);
    else show(current + 1);
  };
  const leaveFor = async (go: () => void) => {
    if (await store(false)) go();
  };

  return (
    <div ref={area}>
      {over && (
        <div ref={end} tabIndex={-1}>
          <Notice kind="info" word={notice} title={words.closedNow}>
            {words.closing}
          </Notice>
        </div>
      )}
      {handingIn && !over && (
        <HandIn
          missing={unanswered(held)}
          timeLeft={timeLeft}
          words={words}
          locale={locale}
          failure={failure}
          isSecondPress={press.isSecond}
          onBack={(index) => show(index ?? current)}
          handIn={async () => {
            try {
              await api.assignments.finishAttempt.mutate({ attemptId });
            } catch (error) {
              if (endsAttempt(apiProblem(error))) return showResult();
              throw error;
            }
            arriveWithFocus();
            router.replace(`/${locale}/assignments/${assignmentId}/attempts/${attemptId}`);
            router.refresh();
          }}
        />
      )}
      {answering && (
        <div className={handingIn || over ? "sr-only" : "grid gap-6"}>
          <ProgressLine value={held.filter(isStored).length} max={items.length} label={words.list} />
          <nav aria-label={words.list}>
            <ol className="flex flex-wrap gap-2">
              {held.map((each, index) => (
                <li key={items[index]?.position}>
                  <button
                    type="button"
                    className="attempt-step"
                    data-stored={isStored(each) ? "" : undefined}
                    aria-current={index === current ? "step" : undefined}
                    aria-label={say(words.step, {
                      current: index + 1,
                      total: items.length,
                      state: isStored(each) ? words.answeredMark : words.notAnswered,
                    })}
                    onClick={() => void leaveFor(() => show(index))}
                  >
                    {index + 1}
                  </button>
                </li>
              ))}
            </ol>
          </nav>
          <form ref={form} className="grid gap-6" onSubmit={(event) => void submit(event)}>
            <header className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 ref={heading} tabIndex={-1} className="text-base font-semibold text-muted">
                {say(words.question, { current: current + 1, total: items.length })}
              </h2>
              <span className="text-sm text-muted">{say(words.points, { points: item.points })}</span>
            </header>
            <QuestionPlayer
              key={item.position}
              question={item.question.shown}
              value={own.answer}
              onChange={(answer) => {
                press.touched();
                change(answer);
              }}
              labels={labels}
              locale={locale}
            />
            <div className="answer-bar">
              <Button type="submit" variant="primary" busy={busy} aria-keyshortcuts="Enter">
                {busy ? words.storing : last ? words.review : words.storeNext}
                <Kbd>↵</Kbd>
              </Button>
              {!last && (
                <Button variant="quiet" onClick={() => void leaveFor(() => setHandingIn(true))}>
                  {words.review}
                </Button>
              )}
              <p role="status" className="text-sm text-muted">
                {stored ? words.saved : words.change}
              </p>
              <p role="status" className="text-sm font-semibold empty:hidden">
                {timeLeft}
              </p>
              <p role="alert" className="text-sm text-wrong">
                {problem}
              </p>
            </div>
          </form>
        </div>
      )}
    </div>
  );
}
