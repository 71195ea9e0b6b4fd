"use client";
import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import type { Answer } from "@tidao/player";
import { useEffect, useReducer, useRef, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { dropDraft, keepDraft, readDraft } from "../../kept-draft";
import { newKey } from "../../new-key";
import { describeProblem } from "../../problem-text";
import { answerToStore, changeAnswer, endsAttempt, type Held, holdAnswer, storeAnswer } from "./attempt-state";
import { useAttention } from "./use-attention";

type Items = ApiData["assignments"]["getAttempt"]["items"];
/** Answers that were changed and not stored, by position. */
type Draft = Record<number, Answer>;
const longest = 86_400_000;
/** So often an answer that found no connection goes out again, where the browser does not say that it is back. */
const pauseBetween = 15_000;

/**
 * The answers of an attempt in hand, and the way to store them: nothing that was entered is lost with the connection or the page.
 * @param ended the server takes no more of them
 */
export function useAttempt(
  attemptId: string,
  items: Items,
  current: number,
  failure: { locale: Locale; zone: string; offline: string },
  ended: () => void,
) {
  const [held, edit] = useReducer(
    (before: Held[], one: (each: Held, index: number) => Held) => before.map(one),
    items,
    (all) => all.map(({ question, answer }) => holdAnswer(question.shown, answer)),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [stored, setStored] = useState(false);
  /** Index of the question whose answer found no connection. It cannot be left before that is stored. */
  const [away, setAway] = useState<number | null>(null);
  const elapsed = useAttention(current);
  /** Made once for what is about to be stored: a second press or a retry is the same submission. */
  const pending = useRef<{ position: number; answer: string; key: string } | null>(null);
  /** A ref, because a press and the connection's return can come before the page was drawn again. */
  const working = useRef(false);
  const draftName = `tidao.attempt.${attemptId}`;

  const change = (answer: Answer) => {
    setStored(false);
    edit((each, index) => (index === current ? changeAnswer(each, answer) : each));
  };

  const read = useRef(false);
  useEffect(() => {
    if (read.current) return;
    read.current = true;
    const draft = readDraft<Draft>(draftName, attemptId);
    if (draft)
      edit((each, index) => {
        const answer = draft[items[index]?.position ?? 0];
        return answer ? changeAnswer(each, answer) : each;
      });
  }, [attemptId, draftName, items]);
  const unsaved = held.some(({ touched }) => touched);
  useEffect(() => {
    const draft: Draft = {};
    held.forEach(({ answer, touched }, index) => {
      const position = items[index]?.position;
      if (touched && answer && position !== undefined) draft[position] = answer;
    });
    if (Object.keys(draft).length > 0) keepDraft(draftName, attemptId, draft);
    else if (read.current) dropDraft(draftName);
  }, [held, attemptId, draftName, items]);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  const keyFor = (position: number, answer: string) => {
    if (pending.current?.position !== position || pending.current.answer !== answer)
      pending.current = { position, answer, key: newKey() };
    return pending.current.key;
  };
  /**
   * @param again by itself: what was said of the first try stays until this one is decided
   * @returns whether everything in hand of this question is stored
   */
  const store = async (pressed: boolean, again = false): Promise<boolean> => {
    const [item, own] = [items[current], held[current]];
    if (!item || !own || working.current) return false;
    const answer = answerToStore(item.question.shown, own, pressed || away === current);
    if (!again || !answer) setProblem(null);
    if (!answer) {
      setAway(null);
      return true;
    }
    working.current = true;
    setBusy(true);
    try {
      const { position } = item;
      const submissionKey = keyFor(position, JSON.stringify(answer));
      const durationMs = Math.min(longest, elapsed());
      await api.assignments.submitAttemptAnswer.mutate({
        attemptId,
        position,
        submissionKey,
        answer,
        confidence: null,
        durationMs,
      });
      edit((each, index) => (index === current ? storeAnswer(each, answer, own.answer) : each));
      setStored(true);
      setAway(null);
      setProblem(null);
      return true;
    } catch (error) {
      const told = apiProblem(error);
      setAway(told.offline ? current : null);
      setProblem(describeProblem(told, failure));
      if (endsAttempt(told)) ended();
      return false;
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  // the connection is back: what could not be stored goes out again by itself, as the same submission
  const resend = useRef(() => {});
  useEffect(() => {
    resend.current = () => void (away === current && store(true, true));
  });
  useEffect(() => {
    if (away === null) return;
    const again = () => resend.current();
    window.addEventListener("online", again);
    const timer = setInterval(() => navigator.onLine && again(), pauseBetween);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [away]);
  return { held, change, store, busy, problem, setProblem, stored };
}
