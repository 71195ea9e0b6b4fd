"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import type { Answer } from "@tidao/player";
import { openParts, readyToSend } from "@tidao/player/answer-state";
import { ConfidencePicker } from "@tidao/player/confidence-picker";
import { FeedbackView } from "@tidao/player/feedback-view";
import { HintList } from "@tidao/player/hint-list";
import { QuestionPlayer } from "@tidao/player/question-player";
import { Button } from "@tidao/ui/button";
import { Kbd } from "@tidao/ui/kbd";
import { ProgressLine } from "@tidao/ui/meter";
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef } from "react";
import { problemText } from "../../problem-text";
import { useLingering } from "../../use-lingering";
import { QuestionTools, type ToolWords } from "../notes/question-tools";
import type { KeptAnswersProps } from "./kept-answers-watch";
import { sectionAnchor } from "../lesson/section-anchor";
import { whyText } from "../plan/why-text";
import { comesBack } from "./comes-back";
import { PracticeDone } from "./practice-done";
import { type Next, type Question, seenOf, type Session, sittingOf, throughOf } from "./practice-state";
import { SettleTicks } from "./settle-ticks";
import { useEnter } from "./use-enter";
import { useHeldFocus } from "./use-held-focus";
import { type PracticeFilter, usePractice } from "./use-practice";

export interface PracticeRunnerProps {
  first: Next;
  /** Whether one question was asked for by name. */
  named: boolean;
  filter: PracticeFilter;
  /** Where the learner came from and goes back to. */
  from: { kind: "topic" | "path" | "list" | "search" | "plan"; href: string } | null;
  /** Whose answers are kept on this device while they cannot be sent. */
  learnerId: string;
  notes: ToolWords;
  kept: KeptAnswersProps["words"];
  /** Names of the topics of a plan, for its reasons. */
  topicNames?: Readonly<Record<string, string>>;
  locale: Locale;
  labels: PlayerLabels;
  words: Messages["practice"];
  kinds: Messages["questionKinds"];
  offline: string;
  /** Whether to ask how sure they are. */
  asksConfidence: boolean;
}

/** One question, nothing else: answer, feedback in place, next. */
export function PracticeRunner(props: PracticeRunnerProps) {
  const { first, named, filter, from, learnerId, notes, kept, locale, labels, words, kinds, offline, asksConfidence } =
    props;
  const practice = usePractice(first, filter, learnerId, { locale, offline, kept });
  const { session, dispatch, busy, waiting, problem, setProblem, submit, show, takeHint } = practice;
  const { round } = session;
  const form = useRef<HTMLFormElement>(null);
  const { verdict, stem } = useFollowingFocus(session);
  const stemId = useId();
  /** The very answer that the learner was asked about: a change makes another one. */
  const askedAbout = useRef<Answer | null>(null);
  const holdFocus = useHeldFocus(round !== null && round.sent !== null);

  const graded = round?.submission ?? null;
  const pending = graded?.feedback?.verdict === "pending";
  const answering = useLingering(round !== null && !graded);
  const comparing = useLingering(pending);
  useEnter(round !== null && !pending, () => (graded ? void show(null) : form.current?.requestSubmit()));

  if (!round)
    return (
      <PracticeDone
        session={session}
        dueOnly={filter.dueOnly}
        plan={filter.plan}
        named={named}
        from={from}
        locale={locale}
        words={words}
        kinds={kinds}
        verdicts={labels.verdicts}
        problem={problem}
        busy={busy}
        onGoOn={() => void show(null)}
      />
    );
  const { question, answer, sent } = round;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const ready = readyToSend(question.shown, answer, askedAbout.current === answer);
    if (sent) void submit(sent);
    else if (answer && ready === "ready") void submit(answer);
    else if (ready === "unmoved" || ready === "open") {
      askedAbout.current = answer;
      setProblem(formatMessage(locale, words[ready], { count: openParts(question.shown, answer) }));
    } else setProblem(words.complete);
  };
  // beside the button that was pressed: on a phone that is all that is sure to be in sight
  const said = (
    <>
      <p role="status" className={waiting ? "basis-full text-sm text-muted" : "sr-only"}>
        {waiting && { slow: words.retrying, away: kept.here, next: words.fetching }[waiting]}
      </p>
      <p role="alert" className={problem ? "basis-full text-sm text-wrong" : "sr-only"}>
        {problem}
      </p>
    </>
  );
  return (
    <div className="grid grid-cols-1 gap-6">
      <Progress
        session={session}
        words={words}
        locale={locale}
        plan={filter.plan}
        dueOnly={filter.dueOnly}
        through={from?.kind === "list" || from?.kind === "search" || filter.mix === true}
        topicNames={props.topicNames}
      />
      {/* a browser that fills in what was typed before a reload could put it beside another question */}
      <form ref={form} autoComplete="off" className="grid grid-cols-1 gap-6" onFocus={holdFocus} onSubmit={onSubmit}>
        <div ref={stem} tabIndex={-1} role="group" aria-labelledby={stemId} className="outline-none">
          <QuestionPlayer
            key={round.key}
            stemId={stemId}
            question={question.shown}
            value={answer}
            onChange={(changed) => {
              setProblem(null);
              dispatch({ type: "changed", answer: changed });
            }}
            labels={labels}
            locale={locale}
            graded={graded?.feedback?.parts}
            disabled={graded !== null || sent !== null}
          />
        </div>
        {answering && (
          <div className={graded ? "sr-only" : "contents"}>
            {asksConfidence && (
              <ConfidencePicker
                value={round.confidence}
                onChange={(confidence) => dispatch({ type: "sure", confidence })}
                labels={labels}
                disabled={sent !== null}
              />
            )}
            <HintList
              hints={round.hints}
              available={question.shown.hintsAvailable}
              onTake={() => void takeHint()}
              labels={labels}
              locale={locale}
              pending={busy}
              disabled={sent !== null}
            />
            <div className="answer-bar">
              {!graded && said}
              <Button type="submit" variant="primary" busy={busy} aria-keyshortcuts="Enter">
                {busy && sent ? words.submitting : words.submit}
                <Kbd>↵</Kbd>
              </Button>
              <Button
                variant="quiet"
                // not `disabled`: the focus would be lost before there is a verdict to take it
                aria-disabled={busy || sent !== null}
                onClick={() => sent === null && void submit({ kind: "blank" })}
              >
                {words.dontKnow}
              </Button>
            </div>
          </div>
        )}
      </form>
      {pending && said}
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
              <QuestionTools
                key={graded.submissionId}
                question={question}
                submissionId={graded.submissionId}
                words={notes}
                locale={locale}
                offline={offline}
              />
              {comparing && graded.feedback.keyPoints && (
                <div className={pending ? "contents" : "sr-only"}>
                  <SettleTicks
                    submissionId={graded.submissionId}
                    keyPoints={graded.feedback.keyPoints}
                    labels={labels}
                    say={(error) => problemText(error, { locale, offline })}
                    onSettled={(submission) => dispatch({ type: "settled", submission })}
                  />
                </div>
              )}
            </FeedbackView>
          ) : (
            <h2 ref={verdict} tabIndex={-1} className="text-base font-normal">
              {words.withheld}
            </h2>
          )}
          {graded.feedback && !pending && (
            <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-muted">
              {graded.nextReviewAt && (
                <span>
                  {formatMessage(locale, words.comesBack, {
                    time: comesBack(locale, graded.nextReviewAt, graded.submittedAt),
                  })}
                </span>
              )}
              {graded.feedback.verdict !== "right" && (
                <a
                  className="link py-0.5"
                  href={`/${locale}/topics/${question.topicSlug}#${sectionAnchor(question.objective)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {words.section}
                  <span className="sr-only"> {words.newTab}</span>
                </a>
              )}
            </p>
          )}
          {!pending && (
            <GoOn question={question} busy={busy} words={words} said={said} onNext={(id) => void show(id)}>
              <Button variant="quiet" aria-disabled={busy} onClick={() => !busy && dispatch({ type: "finished" })}>
                {words.finish}
              </Button>
            </GoOn>
          )}
        </>
      )}
    </div>
  );
}

/** The focus follows what was drawn: to the verdict, to the next question. */
function useFollowingFocus({ round, answered }: Session) {
  const verdict = useRef<HTMLHeadingElement>(null);
  const stem = useRef<HTMLDivElement>(null);
  const graded = round?.submission ?? null;
  useEffect(() => {
    if (!graded) return;
    verdict.current?.focus({ preventScroll: true });
    // the page does not jump: it moves by as much as the verdict needs to be seen
    verdict.current?.scrollIntoView({ block: "nearest" });
  }, [graded]);
  const turn = round ? round.key : null;
  const began = useRef(turn);
  const first = useRef(true);
  useEffect(() => {
    // a draft that comes back brings its key along: that is still the first question
    if (first.current && answered.length === 0) began.current = turn;
    else first.current = false;
    if (turn === null || began.current === turn) return;
    began.current = turn;
    window.scrollTo({ top: 0 });
    stem.current?.focus({ preventScroll: true });
  }, [turn, answered.length]);
  return { verdict, stem };
}

type ProgressProps = { session: Session; plan?: boolean; dueOnly: boolean; through: boolean } & Pick<
  PracticeRunnerProps,
  "words" | "locale" | "topicNames"
>;

function Progress({ session, words, locale, plan, dueOnly, through, topicNames = {} }: ProgressProps) {
  const { round } = session;
  const { seen, total } = dueOnly ? sittingOf(session) : through ? throughOf(session) : seenOf(session);
  const counted = plan ? words.planned.seen : through ? words.through : words.seen;
  const label = dueOnly
    ? formatMessage(locale, words.reviewed, { done: seen, left: total - seen })
    : formatMessage(locale, counted, { seen, total });
  return (
    <div className="grid gap-2">
      <ProgressLine value={seen} max={Math.max(1, total)} />
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
        <span>
          {round?.whyNow
            ? whyText(locale, words.why, round.whyNow, topicNames)
            : round?.reason && words.reasons[round.reason]}
        </span>
        <span>{label}</span>
      </p>
    </div>
  );
}

interface GoOnProps {
  question: Question;
  busy: boolean;
  words: Messages["practice"];
  /** Of the way to the next question. */
  said: ReactNode;
  /** With an id: another variant of that question. */
  onNext: (questionId: string | null) => void;
  children: ReactNode;
}
function GoOn({ question, busy, words, said, onNext, children }: GoOnProps) {
  return (
    <div className="answer-bar">
      {said}
      <Button variant="primary" busy={busy} aria-keyshortcuts="Enter" onClick={() => onNext(null)}>
        {words.next}
        <Kbd>↵</Kbd>
      </Button>
      {question.parameterised && (
        <Button variant="quiet" aria-disabled={busy} onClick={() => !busy && onNext(question.questionId)}>
          {words.another}
        </Button>
      )}
      {children}
    </div>
  );
}
