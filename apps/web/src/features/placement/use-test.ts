"use client";
import type { Locale } from "@tidao/kernel";
import { emptyAnswer } from "@tidao/player/answer-state";
import type { Answer, Confidence } from "@tidao/player";
import { apiProblem } from "@tidao/next-kit/trpc";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { dropDraft, keepDraft, readDraft } from "../../kept-draft";
import { describeProblem } from "../../problem-text";
import { useTimeSpent } from "../practice/use-time-spent";

export type TestState = ApiData["placement"]["startTest"];
type Item = NonNullable<TestState["item"]>;
interface Draft {
  answer: Answer | null;
  confidence: Confidence | null;
  /** On the question before this page, in milliseconds. */
  spentMs?: number;
}
const draftName = "tidao.test";
/** A test is one learner's: the next one in the same tab does not find this draft. */
const draftOf = (testId: string, { question }: Item) => `${testId}|${question.versionId}|${question.seed}`;
/** So often an answer that was given up on goes out again, where the browser does not say that the connection is back. */
const pauseBetween = 15_000;

/**
 * A test under way: the question in hand and the calls that move it. The server keeps where it stands.
 * @param onFinished gets what takes the last question away, once the result can stand in its place
 */
export function useTest(
  topic: string | null,
  words: { locale: Locale; offline: string; kept: string; replaced: string },
  onFinished: (reset: () => void) => void,
) {
  const [state, setState] = useState<TestState | null>(null);
  const [draft, setDraft] = useState<Draft>({ answer: null, confidence: null });
  /** On its way, or without a reply: it can only be sent again as it is. */
  const [sent, setSent] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const working = useRef(false);
  const item = state?.item ?? null;
  const keep = (changed: Draft, spentMs: number) => {
    if (state && item) keepDraft(draftName, draftOf(state.testId, item), { ...changed, spentMs } satisfies Draft);
  };
  const time = useTimeSpent(state && item ? draftOf(state.testId, item) : "", (spentMs) => keep(draft, spentMs));

  const show = (next: TestState) => {
    setSent(null);
    // the same place with another question: the one in hand could not be answered any more
    if (item && next.item?.position === item.position) setProblem(words.replaced);
    if (next.finished) return onFinished(() => setState(null));
    setState(next);
    if (next.item) {
      const kept = readDraft<Draft>(draftName, draftOf(next.testId, next.item));
      time.from(kept?.spentMs ?? 0);
      setDraft(kept ?? { answer: emptyAnswer(next.item.question.shown), confidence: null });
    }
  };
  const during = async (work: () => Promise<TestState>) => {
    // a ref, because two presses can come before the page was drawn again
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setProblem(null);
    try {
      show(await work());
    } catch (error) {
      const failure = apiProblem(error);
      // without an answer of the server it may be stored already
      if (!failure.offline) setSent(null);
      setProblem(describeProblem(failure, { ...words, offline: item ? words.kept : words.offline }));
    } finally {
      working.current = false;
      setBusy(false);
    }
  };

  const start = () => during(() => api.placement.startTest.mutate({ topic }));
  const submit = (given: Answer) =>
    during(async () => {
      if (!state || !item) throw new Error("nothing to submit");
      const answer = sent ?? given;
      setSent(answer);
      const { position, question } = item;
      const { testId } = state;
      const { confidence } = draft;
      const next = await api.placement.submitTestAnswer.mutate({
        testId,
        position,
        versionId: question.versionId,
        answer,
        confidence,
        durationMs: time.total(),
      });
      dropDraft(draftName);
      return next;
    });
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    keep(changed, time.total());
  };

  // the connection is back: what was given up on goes out again by itself
  const resend = useRef(() => {});
  useEffect(() => {
    resend.current = () => void (sent && submit(sent));
  });
  useEffect(() => {
    if (!sent) return;
    const again = () => resend.current();
    window.addEventListener("online", again);
    const timer = setInterval(() => navigator.onLine && again(), pauseBetween);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [sent]);

  return { state, item, draft, sent, busy, problem, setProblem, start, submit, change };
}
