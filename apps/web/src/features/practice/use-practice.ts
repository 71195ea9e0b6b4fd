"use client";
import type { Locale } from "@tidao/kernel";
import { emptyAnswer } from "@tidao/player/answer-state";
import type { Answer } from "@tidao/player";
import { apiProblem } from "@tidao/next-kit/trpc";
import { useEffect, useReducer, useRef, useState } from "react";
import { api } from "../../api";
import { dropDraft, keepDraft, readDraft } from "../../kept-draft";
import { newKey } from "../../new-key";
import { describeProblem, problemText } from "../../problem-text";
import { useAttention } from "../assignments/use-attention";
import {
  type Action,
  alreadyAsked,
  newSession,
  type Next,
  practise,
  type Question,
  type Round,
} from "./practice-state";

export interface PracticeFilter {
  topic: string | null;
  objective: string | null;
  path: string | null;
  search: string | null;
  dueOnly: boolean;
  /** As many reviews today although the limit is lower. */
  upTo: number | null;
}
type Draft = Pick<Round, "key" | "answer" | "confidence">;

/** After this long without an answer the page says that it is still trying. */
const patience = 1500;
const longest = 86_400_000;
const draftName = "tidao.practice";
const draftOf = ({ versionId, seed }: Question) => `${versionId}|${seed}`;
const shown = (next: Next): Action => ({ type: "shown", next, key: newKey(), empty: (q) => emptyAnswer(q.shown) });

/** A practice session: its state, and the calls that move it. What is entered outlives a lost connection and a reload. */
export function usePractice(first: Next, filter: PracticeFilter, words: { locale: Locale; offline: string }) {
  const [session, dispatch] = useReducer(practise, first, (next) => practise(newSession, shown(next)));
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const working = useRef(false);
  const { round, answered } = session;
  const elapsed = useAttention(answered.length * 2 + (round?.submission ? 1 : 0));

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

  const submit = (given: Answer) =>
    during(async () => {
      if (!round || round.submission) return;
      const answer = round.sent ?? given;
      dispatch({ type: "sent", answer });
      const timer = setTimeout(() => setWaiting(true), patience);
      const { question, key: submissionKey, confidence } = round;
      const { versionId, seed } = question;
      const durationMs = Math.min(longest, elapsed());
      try {
        const input = { submissionKey, versionId, seed, answer, confidence, durationMs };
        dispatch({ type: "graded", submission: await api.practice.submitAnswer.mutate(input) });
        dropDraft(draftName);
      } catch (error) {
        const failure = apiProblem(error);
        // without an answer of the server it may be stored already: it can only be sent again as it is
        if (!failure.offline) dispatch({ type: "refused" });
        setProblem(describeProblem(failure, words));
      } finally {
        clearTimeout(timer);
        setWaiting(false);
      }
    });

  const show = (question: string | null) =>
    during(async () => {
      const except = question ? [] : alreadyAsked(session);
      dispatch(shown(await api.practice.getNextQuestion.query({ ...filter, question, except })));
    });

  const takeHint = () =>
    during(async () => {
      if (!round) return;
      const { versionId, seed } = round.question;
      const hint = await api.practice.takeHint.mutate({ versionId, seed, index: round.hints.length });
      dispatch({ type: "hinted", html: hint.html });
    });

  // the connection is back: what was given up on goes out again by itself
  const sent = round?.sent ?? null;
  const resend = useRef(() => {});
  useEffect(() => {
    resend.current = () => void (sent && submit(sent));
  });
  useEffect(() => {
    if (!sent) return;
    const again = () => resend.current();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [sent]);

  const restoredOnce = useRef(false);
  useEffect(() => {
    if (restoredOnce.current) return;
    restoredOnce.current = true;
    const draft = first.question && readDraft<Draft>(draftName, draftOf(first.question));
    if (draft) dispatch({ type: "restored", draft });
  }, [first]);
  useEffect(() => {
    if (!round || round.submission || !restoredOnce.current) return;
    const { key, answer, confidence } = round;
    keepDraft(draftName, draftOf(round.question), { key, answer, confidence } satisfies Draft);
  }, [round]);

  return { session, dispatch, busy, waiting, problem, setProblem, submit, show, takeHint };
}
