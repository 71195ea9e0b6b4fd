"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiProblem, apiProblem } from "@tidao/next-kit/trpc";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import type { DraftStore } from "./draft-store";
import type { ProblemStore } from "./editor-context";
import { isPassing } from "./editor-problem";

export type Preview = ApiData["questions"]["previewDraft"];
/** Long enough that a word is finished, short enough to be seen with the text it belongs to. */
const pauseMs = 450;
const retryMs = 4000;

export interface PreviewState {
  /** The last state that could be shown; null when there was none yet. */
  shown: (Pick<Preview, "tries"> & { rendered: NonNullable<Preview["rendered"]> }) | null;
  parameterised: boolean;
  /** What is shown is older than the text: as it stands it cannot be shown. */
  stale: boolean;
  checking: boolean;
  /** The problems are of the text as it stands, not of one before it. */
  fresh: boolean;
  /** Why the text as it stands could not be checked; null when it was, or is about to be. */
  failed: ApiProblem | null;
  seed: number;
}
const shownOf = ({ rendered, tries }: Preview): PreviewState["shown"] => (rendered ? { rendered, tries } : null);

/** Has the server check and render what stands in the editor, a moment after each pause in writing. */
export function usePreview(store: DraftStore, problems: ProblemStore, topicSlug: string, start: Preview) {
  const [state, setState] = useState<PreviewState>(() => ({
    shown: shownOf(start),
    parameterised: start.parameterised,
    stale: false,
    checking: false,
    fresh: true,
    failed: null,
    seed: 0,
  }));
  const running = useRef<AbortController>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const seed = useRef(0);
  /** The text that was checked last, or is being checked. */
  const checked = useRef(store.get());

  const again = useRef(() => {});

  const check = useCallback(async () => {
    clearTimeout(timer.current);
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    checked.current = store.get();
    setState((was) => ({ ...was, checking: true }));
    try {
      const preview = await api.questions.previewDraft.mutate(
        { topicSlug, spec: checked.current, seed: seed.current },
        { signal: controller.signal },
      );
      if (controller.signal.aborted) return;
      problems.set(preview.problems);
      const shown = shownOf(preview);
      setState((was) => ({
        shown: shown ?? was.shown,
        parameterised: preview.parameterised,
        stale: shown === null,
        checking: false,
        fresh: checked.current === store.get(),
        failed: null,
        seed: seed.current,
      }));
    } catch (failure) {
      if (controller.signal.aborted) return;
      const failed = apiProblem(failure);
      // without an answer the last one stays, and is said to be of another text
      setState((was) => ({ ...was, checking: false, failed }));
      if (isPassing(failed)) timer.current = setTimeout(() => again.current(), retryMs);
    }
  }, [store, problems, topicSlug]);

  useEffect(() => {
    again.current = () => void check();
  }, [check]);
  useEffect(() => {
    const later = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void check(), pauseMs);
      setState((was) => (was.fresh ? { ...was, fresh: false } : was));
    };
    const stop = store.subscribe(later);
    if (store.get() !== checked.current) later();
    return () => {
      stop();
      clearTimeout(timer.current);
      running.current?.abort();
    };
  }, [store, check]);

  const showVariant = (next: number) => {
    seed.current = next;
    void check();
  };
  return { state, check, showVariant };
}
