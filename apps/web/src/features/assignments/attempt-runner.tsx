"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { emptyAnswer, isAnswered } from "@tidao/player/answer-state";
import { QuestionPlayer } from "@tidao/player/question-player";
import { Button } from "@tidao/ui/button";
import { ProgressLine } from "@tidao/ui/meter";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useRef, useState } from "react";
import type { ApiData } from "../../api-data";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import { type Held, isUnsaved, unanswered } from "./attempt-state";
import { HandIn } from "./hand-in";
import { useAttention } from "./use-attention";

type Attempt = ApiData["assignments"]["getAttempt"];
export interface AttemptRunnerProps {
  attemptId: string;
  assignmentId: string;
  items: Attempt["items"];
  labels: PlayerLabels;
  words: Messages["classes"]["assignment"];
  locale: Locale;
  zone: string;
  offline: string;
}

/** One question at a time; each stored answer can be changed until the attempt is handed in. */
export function AttemptRunner({
  attemptId,
  assignmentId,
  items,
  labels,
  words,
  locale,
  zone,
  offline,
}: AttemptRunnerProps) {
  const router = useRouter();
  const [held, setHeld] = useState<Held[]>(() =>
    items.map(({ question, answer }) => ({ answer: answer ?? emptyAnswer(question.shown), stored: answer })),
  );
  const firstOpen = unanswered(held)[0] ?? 1;
  const [current, setCurrent] = useState(firstOpen - 1);
  const [handingIn, setHandingIn] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const elapsed = useAttention(current);
  /** Made once for what is about to be stored: a second press or a retry is the same submission. */
  const pending = useRef<{ position: number; answer: string; key: string } | null>(null);

  const item = items[current];
  const own = held[current];
  if (!item || !own) return null;
  const say = (sentence: string, params: Record<string, string | number>) => formatMessage(locale, sentence, params);

  const show = (index: number) => {
    setCurrent(index);
    setHandingIn(false);
    setProblem(null);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const keyFor = (position: number, answer: string) => {
    if (pending.current?.position !== position || pending.current.answer !== answer)
      pending.current = { position, answer, key: crypto.randomUUID() };
    return pending.current.key;
  };
  /** @returns whether everything in hand is stored */
  const store = async (): Promise<boolean> => {
    const { answer } = own;
    if (!answer || !isAnswered(item.question.shown, answer) || !isUnsaved(own)) return true;
    setBusy(true);
    setProblem(null);
    try {
      const submissionKey = keyFor(item.position, JSON.stringify(answer));
      await api.assignments.submitAttemptAnswer.mutate({
        attemptId,
        position: item.position,
        submissionKey,
        answer,
        confidence: null,
        durationMs: Math.min(86_400_000, elapsed()),
      });
      setHeld((before) => before.map((each, index) => (index === current ? { answer, stored: answer } : each)));
      setSaid(words.saved);
      return true;
    } catch (error) {
      setProblem(problemText(error, { locale, zone, offline }));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const last = current === items.length - 1;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await store())) return;
    if (last) setHandingIn(true);
    else show(current + 1);
  };
  const goTo = async (index: number) => {
    if (await store()) show(index);
  };

  if (handingIn)
    return (
      <HandIn
        missing={unanswered(held)}
        words={words}
        locale={locale}
        failure={{ locale, zone, offline }}
        onBack={(index) => show(index ?? current)}
        handIn={async () => {
          await api.assignments.finishAttempt.mutate({ attemptId });
          router.replace(`/${locale}/assignments/${assignmentId}/attempts/${attemptId}`);
          router.refresh();
        }}
      />
    );
  return (
    <div className="grid gap-6">
      <ProgressLine value={held.filter(({ stored }) => stored).length} max={items.length} label={words.list} />
      <nav aria-label={words.list}>
        <ol className="flex flex-wrap gap-2">
          {held.map((each, index) => (
            <li key={items[index]?.position}>
              <button
                type="button"
                className="attempt-step"
                data-stored={each.stored ? "" : undefined}
                aria-current={index === current ? "step" : undefined}
                aria-label={`${say(words.question, { current: index + 1, total: items.length })}, ${each.stored ? words.answeredMark : words.notAnswered}`}
                onClick={() => void goTo(index)}
              >
                {index + 1}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <form className="grid gap-6" onSubmit={(event) => void submit(event)}>
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
            setSaid("");
            setHeld((before) => before.map((each, index) => (index === current ? { ...each, answer } : each)));
          }}
          labels={labels}
          locale={locale}
        />
        <div className="answer-bar flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? words.storing : last ? words.review : words.storeNext}
          </Button>
          {!last && (
            <Button variant="quiet" onClick={() => void store().then((done) => done && setHandingIn(true))}>
              {words.review}
            </Button>
          )}
          <p role="status" className="text-sm text-muted">
            {said || words.change}
          </p>
          <p role="alert" className="text-sm text-wrong">
            {problem}
          </p>
        </div>
      </form>
    </div>
  );
}
