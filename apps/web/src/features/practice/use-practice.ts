"use client";
import type { Locale } from "@tidao/kernel";
import { emptyAnswer } from "@tidao/player/answer-state";
import type { Answer } from "@tidao/player";
import { apiProblem } from "@tidao/next-kit/trpc";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "react";
import { api } from "../../api";
import { dropDraft, keepDraft, readDraft } from "../../kept-draft";
import { newKey } from "../../new-key";
import { describeProblem, problemText } from "../../problem-text";
import { markAsked, readAsked } from "./asked-here";
import { dropAnswer, isFinal, keepAnswer, type KeptAnswer, letGo, listKept, takeInHand } from "./kept-answers";
import type { KeptAnswersProps } from "./kept-answers-watch";
import { dropSitting, keepSitting, readSitting } from "./kept-sitting";
import {
  type Action,
  alreadyAsked,
  newSession,
  type Next,
  practise,
  type Question,
  type Round,
} from "./practice-state";
import { useTimeSpent } from "./use-time-spent";
import { nameVariantInHand, readVariantInHand, type VariantInHand } from "./variant-in-hand";

export interface PracticeFilter {
  topic: string | null;
  objective: string | null;
  path: string | null;
  search: string | null;
  list: string | null;
  dueOnly: boolean;
  /** As many reviews today although the limit is lower. */
  upTo: number | null;
  /** Today's list of the plan. */
  plan?: boolean;
  /** Of what was met, mixed: where levels rise. */
  mix?: boolean;
}
type Draft = Pick<Round, "key" | "answer" | "confidence" | "hints"> & { spentMs?: number };

/** After this long without an answer the page says that it is still trying. */
const patience = 1500;
/** So often an answer that was given up on goes out again, where the browser does not say that the connection is back. */
const pauseBetween = 15_000;
const draftName = "tidao.practice";
/** Of one learner: whoever signs in after another in the same tab begins with nothing of theirs. */
const draftOf = (learnerId: string, { versionId, seed }: Question) => `${learnerId}|${versionId}|${seed}`;
const isInHand = ({ question, seed }: VariantInHand, { questionId, seed: drawn }: Question) =>
  question === questionId && seed === drawn;
const shown = (next: Next, another = false): Action => ({
  type: "shown",
  next,
  key: newKey(),
  empty: (q) => emptyAnswer(q.shown),
  another,
});

/** A practice session: its state, and the calls that move it. What is entered outlives a lost connection and a reload. */
export function usePractice(
  first: Next,
  filter: PracticeFilter,
  learnerId: string,
  words: { locale: Locale; offline: string; kept: KeptAnswersProps["words"] },
) {
  const [session, dispatch] = useReducer(practise, first, (next) => practise(newSession, shown(next)));
  const [busy, setBusy] = useState(false);
  /** No answer yet: the connection is slow, or there is none. */
  const [waiting, setWaiting] = useState<"slow" | "away" | "next" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const working = useRef(false);
  const { round, answered } = session;
  const inHand = round && !round.submission ? round : null;
  /** Whether the question in hand is the one that the page is about. */
  const settled = useRef(false);
  const keep = (spentMs: number) => {
    if (!inHand || !settled.current) return;
    const { question, key, answer, confidence, hints } = inHand;
    keepDraft(draftName, draftOf(learnerId, question), { key, answer, confidence, hints, spentMs } satisfies Draft);
  };
  const time = useTimeSpent(inHand?.key ?? "", keep);

  const during = async (work: () => Promise<void>) => {
    // a ref, because two presses can come before the page was drawn again
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(problemText(error, words));
    } finally {
      working.current = false;
      setBusy(false);
    }
  };

  const send = async (input: KeptAnswer) => {
    const { submissionKey, answer } = input;
    dispatch({ type: "sent", answer });
    // before it is on its way: a page that is closed now sends it when it is opened again
    const isKept = keepAnswer(learnerId, input);
    takeInHand(submissionKey);
    if (!navigator.onLine && isKept) setWaiting("away");
    const timer = setTimeout(() => setWaiting((now) => now ?? "slow"), patience);
    try {
      dispatch({ type: "graded", submission: await api.practice.submitAnswer.mutate(input) });
      dropAnswer(learnerId, submissionKey);
      dropDraft(draftName);
    } catch (error) {
      const failure = apiProblem(error);
      // without an answer of the server it may be stored already: it can only be sent again as it is
      if (!failure.offline) dispatch({ type: "refused" });
      if (!failure.offline && isFinal(failure.code)) dropAnswer(learnerId, submissionKey);
      setProblem(failure.offline && isKept ? words.kept.here : describeProblem(failure, words));
    } finally {
      clearTimeout(timer);
      letGo(submissionKey);
      setWaiting(null);
    }
  };
  /** As it was pressed: a repetition says the same, also how long it took. */
  const pressed = useRef<KeptAnswer | null>(null);
  const submit = (given: Answer) =>
    during(async () => {
      if (!round || round.submission) return;
      const { question, key: submissionKey, confidence } = round;
      if (!round.sent || pressed.current?.submissionKey !== submissionKey) {
        const { versionId, seed } = question;
        const durationMs = time.total();
        pressed.current = { submissionKey, versionId, seed, answer: round.sent ?? given, confidence, durationMs };
      }
      await send(pressed.current);
    });

  const show = (question: string | null) =>
    during(async () => {
      const except = question ? [] : alreadyAsked(session);
      const timer = setTimeout(() => setWaiting("next"), patience);
      try {
        const next = await api.practice.getNextQuestion.query({ ...filter, question, except });
        time.from(0);
        dispatch(shown(next, question !== null));
      } finally {
        clearTimeout(timer);
        setWaiting(null);
      }
    });

  const takeHint = () =>
    during(async () => {
      if (!round) return;
      const { versionId, seed } = round.question;
      const hint = await api.practice.takeHint.mutate({ versionId, seed, index: round.hints.length });
      dispatch({ type: "hinted", html: hint.html });
    });

  /** What an earlier page could not send; a question that turns out to be answered by it gives way to the next. */
  const sendEarlier = async () => {
    if (listKept(learnerId).length === 0) return;
    const { sendAndSay } = await import("./send-and-say");
    const answeredNow = await sendAndSay(learnerId, words.locale, words.kept);
    const { round: current, answered: before } = latest.current;
    if (!current || current.sent || current.submission || !answeredNow.includes(current.question.questionId)) return;
    const except = [...new Set([...before.map(({ questionId }) => questionId), ...answeredNow])].slice(-50);
    await during(async () => {
      const next = await api.practice.getNextQuestion.query({ ...filter, except });
      time.from(0);
      dispatch(shown(next));
    });
  };
  const latest = useRef(session);
  // the connection is back: what was given up on goes out again by itself
  const sent = round?.sent ?? null;
  const resend = useRef(() => {});
  useEffect(() => {
    latest.current = session;
    resend.current = () => void (sent ? submit(sent) : sendEarlier());
  });
  useEffect(() => {
    const again = () => resend.current();
    window.addEventListener("online", again);
    const timer = sent ? setInterval(() => navigator.onLine && again(), pauseBetween) : undefined;
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [sent]);

  const restoredOnce = useRef(false);
  const takeUp = (question: Next["question"]): KeptAnswer | undefined => {
    settled.current = true;
    const draft = question && readDraft<Draft>(draftName, draftOf(learnerId, question));
    time.from(draft?.spentMs ?? 0);
    if (draft) dispatch({ type: "restored", draft });
    const mine = draft && listKept(learnerId).find(({ submissionKey }) => submissionKey === draft.key);
    if (mine) pressed.current = mine;
    return mine || undefined;
  };
  const comeBack = async (left: VariantInHand | null, except: string[]) => {
    await during(async () => {
      const next = await api.practice.getNextQuestion.query({ ...filter, inHand: left, except });
      dispatch(shown(next));
      const mine = takeUp(next.question);
      if (mine) await send(mine);
    });
    settled.current = true;
    if (!pressed.current) resend.current();
  };
  useEffect(() => {
    if (restoredOnce.current) return;
    restoredOnce.current = true;
    const [left, asked] = [readVariantInHand(location.href), readAsked()];
    // on the way back the router draws the page as it was opened: the address and the history know better
    const isPast =
      first.question && (left ? !isInHand(left, first.question) : asked.includes(first.question.questionId));
    if (isPast && !readSitting(learnerId)) return void comeBack(left, asked);
    const mine = takeUp(first.question);
    if (mine) void during(() => send(mine));
    else resend.current();
    // once, for the page that was opened; what it calls is what it was then
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [first, learnerId]);
  useEffect(() => {
    keep(time.total());
    // with what is in hand; the rest of what it calls is of that
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [inHand, learnerId]);
  useEffect(() => {
    if (answered.length > 0) markAsked(alreadyAsked({ answered }));
  }, [answered]);
  const [opened] = useState(round);
  useEffect(() => {
    // untouched it needs no name: the address it was opened under asks for it
    if (round === opened || !settled.current) return undefined;
    const open = inHand?.question;
    // the router has to be awake to hear of it
    const timer = setTimeout(() => nameVariantInHand(open ? { question: open.questionId, seed: open.seed } : null));
    return () => clearTimeout(timer);
  }, [round, inHand, opened]);

  // back at the end of a sitting that was left to look at one of its answers; before it is drawn
  useLayoutEffect(() => {
    const sitting = readSitting(learnerId);
    if (sitting) dispatch({ type: "recalled", sitting });
  }, [learnerId]);
  const hasEnded = useRef(false);
  useEffect(() => {
    const { round: now, ...sitting } = session;
    const ends = now === null && sitting.answered.length > 0;
    if (ends) keepSitting(learnerId, newKey(), sitting);
    else if (hasEnded.current) dropSitting();
    hasEnded.current = ends;
  }, [session, learnerId]);

  return { session, dispatch, busy, waiting, problem, setProblem, submit, show, takeHint };
}
