"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { emptyAnswer, isAnswered } from "@tidao/player/answer-state";
import { ConfidencePicker } from "@tidao/player/confidence-picker";
import { FeedbackView } from "@tidao/player/feedback-view";
import { HintList } from "@tidao/player/hint-list";
import { QuestionPlayer } from "@tidao/player/question-player";
import type { Answer } from "@tidao/player";
import { Button } from "@tidao/ui/button";
import { ProgressLine } from "@tidao/ui/meter";
import { type SubmitEvent, useEffect, useReducer, useRef, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import { useAttention } from "../assignments/use-attention";
import { PracticeDone } from "./practice-done";
import { type Action, alreadyAsked, type Next, practise, type Session } from "./practice-state";
import { SettleTicks } from "./settle-ticks";

export interface PracticeRunnerProps {
  first: Next;
  filter: { topic: string | null; objective: string | null; dueOnly: boolean };
  topic: { slug: string; title: string } | null;
  locale: Locale;
  labels: PlayerLabels;
  words: Messages["practice"];
  offline: string;
}

const begin = (next: Next): Session =>
  practise(
    { round: null, answered: [], seen: 0, total: 0 },
    { type: "shown", next, empty: (q) => emptyAnswer(q.shown) },
  );
/** After this long without an answer the page says that it is still trying. */
const patience = 1500;

/** One question, nothing else: answer, feedback in place, next. */
export function PracticeRunner({ first, filter, topic, locale, labels, words, offline }: PracticeRunnerProps) {
  const [session, dispatch] = useReducer((state: Session, action: Action) => practise(state, action), first, begin);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const verdict = useRef<HTMLHeadingElement>(null);
  const stem = useRef<HTMLDivElement>(null);
  /** Made once for what is handed in: a second press, a retry and a reconnection are the same submission. */
  const key = useRef<{ of: string; key: string } | null>(null);
  const { round, answered } = session;
  const elapsed = useAttention(answered.length * 2 + (round?.submission ? 1 : 0));
  const say = (error: unknown) => problemText(error, { locale, offline });

  const during = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const timer = setTimeout(() => setWaiting(true), patience);
    try {
      await work();
    } catch (error) {
      setProblem(say(error));
    } finally {
      clearTimeout(timer);
      setWaiting(false);
      setBusy(false);
    }
  };
  const submit = (given: Answer) =>
    during(async () => {
      if (!round) return;
      const { versionId, seed } = round.question;
      const of = `${versionId}|${seed}|${answered.length}`;
      if (key.current?.of !== of) key.current = { of, key: crypto.randomUUID() };
      const submission = await api.practice.submitAnswer.mutate({
        submissionKey: key.current.key,
        versionId,
        seed,
        answer: given,
        confidence: round.confidence,
        durationMs: Math.min(86_400_000, elapsed()),
      });
      dispatch({ type: "graded", submission, answer: given });
    });
  const show = (question: string | null) =>
    during(async () => {
      const except = question ? [] : alreadyAsked(session);
      const next = await api.practice.getNextQuestion.query({ ...filter, question, except });
      dispatch({ type: "shown", next, empty: (q) => emptyAnswer(q.shown) });
    });
  const takeHint = () =>
    during(async () => {
      if (!round) return;
      const { versionId, seed } = round.question;
      const hint = await api.practice.takeHint.mutate({ versionId, seed, index: round.hints.length });
      dispatch({ type: "hinted", html: hint.html });
    });

  const graded = round?.submission ?? null;
  const pending = graded?.feedback?.verdict === "pending";
  // the focus follows what was drawn, so it moves after it: to the verdict, to the next question
  useEffect(() => {
    if (graded) verdict.current?.focus();
  }, [graded]);
  const turn = answered.length - (graded ? 1 : 0);
  const shownTurn = useRef(turn);
  useEffect(() => {
    if (shownTurn.current === turn) return;
    shownTurn.current = turn;
    window.scrollTo({ top: 0 });
    stem.current?.focus({ preventScroll: true });
  }, [turn]);
  const mayGoOn = graded !== null && !pending && !busy;
  const goOn = useRef(() => {});
  useEffect(() => {
    goOn.current = () => void show(null);
  });
  useEffect(() => {
    if (!mayGoOn) return;
    const onKey = (event: KeyboardEvent) => {
      const at =
        event.target instanceof Element ? event.target.closest("a, button, summary, input, textarea, select") : null;
      if (event.key !== "Enter" || at || event.repeat) return;
      event.preventDefault();
      goOn.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [mayGoOn]);

  if (!round)
    return <PracticeDone answered={answered} dueOnly={filter.dueOnly} topic={topic} locale={locale} words={words} />;
  const { question, answer } = round;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (answer && isAnswered(question.shown, answer)) void submit(answer);
    else setProblem(words.complete);
  };
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <ProgressLine
          value={session.seen}
          max={Math.max(1, session.total)}
          label={formatMessage(locale, words.seen, { seen: session.seen, total: session.total })}
        />
        <p className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
          <span>{round.reason && words.reasons[round.reason]}</span>
          <span>{formatMessage(locale, words.seen, { seen: session.seen, total: session.total })}</span>
        </p>
      </div>
      <form className="grid gap-6" onSubmit={onSubmit}>
        <div ref={stem} tabIndex={-1} className="outline-none">
          <QuestionPlayer
            key={`${question.versionId}|${question.seed}|${answered.length - (graded ? 1 : 0)}`}
            question={question.shown}
            value={answer}
            onChange={(changed) => dispatch({ type: "changed", answer: changed })}
            labels={labels}
            locale={locale}
            graded={graded?.feedback?.parts}
            disabled={graded !== null || busy}
          />
        </div>
        {!graded && (
          <>
            <ConfidencePicker
              value={round.confidence}
              onChange={(confidence) => dispatch({ type: "sure", confidence })}
              labels={labels}
              disabled={busy}
            />
            <HintList
              hints={round.hints}
              available={question.shown.hintsAvailable}
              onTake={() => void takeHint()}
              labels={labels}
              locale={locale}
              pending={busy}
            />
            <div className="answer-bar flex flex-wrap items-center gap-4">
              <Button type="submit" variant="primary" busy={busy}>
                {busy ? words.submitting : words.submit}
              </Button>
              <Button variant="quiet" disabled={busy} onClick={() => void submit({ kind: "blank" })}>
                {words.dontKnow}
              </Button>
            </div>
          </>
        )}
      </form>
      <p role="status" className={waiting ? "text-sm text-muted" : "sr-only"}>
        {waiting && words.retrying}
      </p>
      <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
        {problem}
      </p>
      {graded && (
        <>
          {graded.feedback ? (
            <FeedbackView
              question={question.shown}
              answer={answer}
              feedback={graded.feedback}
              labels={labels}
              locale={locale}
              verdictRef={verdict}
            >
              {pending && graded.feedback.keyPoints && (
                <SettleTicks
                  submissionId={graded.submissionId}
                  keyPoints={graded.feedback.keyPoints}
                  labels={labels}
                  say={say}
                  onSettled={(submission) => {
                    dispatch({ type: "settled", submission });
                  }}
                />
              )}
            </FeedbackView>
          ) : (
            <p>{words.withheld}</p>
          )}
          {!pending && (
            <div className="answer-bar flex flex-wrap items-center gap-4">
              <Button variant="primary" busy={busy} onClick={() => void show(null)}>
                {words.next}
              </Button>
              {question.parameterised && (
                <Button variant="quiet" disabled={busy} onClick={() => void show(question.questionId)}>
                  {words.another}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </div>
  );
}
