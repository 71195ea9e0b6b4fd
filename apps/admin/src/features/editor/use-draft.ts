"use client";
import type { Locale } from "@tidao/kernel";
import { type ApiProblem, apiProblem } from "@tidao/next-kit/trpc";
import { showToast } from "@tidao/ui/toast";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { formatMessage } from "@tidao/i18n/icu";
import { api } from "../../api";
import type { DraftStore } from "./draft-store";
import type { EditorWords, Question } from "./editor-context";
import { type EditorProblem, editorProblem } from "./editor-problem";
import { afterRetiring, type Known, knownOf } from "./known";
import type { Spec } from "./spec-path";

const isSame = (a: Spec, b: Spec) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Saving, publishing and throwing away, with what the server answers to each. */
export function useDraft(question: Question, store: DraftStore, words: EditorWords, locale: Locale) {
  const questionId = question.id;
  const [known, setKnown] = useState(() => knownOf(question));
  const [saved, setSaved] = useState<Spec>(question.spec);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EditorProblem>();
  const [theirs, setTheirs] = useState<Question | null>(null);
  const isDirty = useSyncExternalStore(
    store.subscribe,
    () => !isSame(store.get(), saved),
    () => false,
  );
  // handlers of keys and toasts outlive a rendering
  const now = useRef({ known, busy });
  useEffect(() => {
    now.current = { known, busy };
  });

  const take = useCallback(
    (fresh: Question) => {
      setKnown(knownOf(fresh));
      setSaved(fresh.spec);
      store.replace(fresh.spec);
    },
    [store],
  );
  const read = () => api.questions.getQuestion.query({ questionId });

  /** Runs one change; a draft that someone else changed is shown instead of an error. */
  const run = async <T>(change: () => Promise<T>): Promise<T | null> => {
    if (now.current.busy) return null;
    now.current.busy = true;
    setBusy(true);
    setError(undefined);
    try {
      return await change();
    } catch (failure) {
      const say = (problem: ApiProblem) => setError(editorProblem(problem, words.editor.state, locale));
      const problem = apiProblem(failure);
      if (problem.code !== "DRAFT_CHANGED_MEANWHILE") say(problem);
      else await read().then(setTheirs, (unread: unknown) => say(apiProblem(unread)));
      return null;
    } finally {
      now.current.busy = false;
      setBusy(false);
    }
  };
  const write = async (base: Known): Promise<Known> => {
    const spec = store.get();
    const draft = await api.questions.saveDraft.mutate({
      questionId,
      spec,
      revision: base.revision,
      published: base.published?.id ?? null,
    });
    const next = {
      ...base,
      revision: draft.revision,
      number: draft.number,
      newest: draft.number,
      hasOlder: base.hasOlder || draft.number > 1,
    };
    setSaved(spec);
    setKnown(next);
    now.current.known = next;
    return next;
  };

  const save = () =>
    run(async () => {
      await write(now.current.known);
      showToast(words.editor.saved);
    });
  const publish = (input: { note: string; corrects: boolean }) =>
    run(async () => {
      const base = isDirty || now.current.known.revision === null ? await write(now.current.known) : now.current.known;
      const version = await api.questions.publishDraft.mutate({ questionId, revision: base.revision ?? 0, ...input });
      setKnown({
        ...base,
        revision: null,
        published: { id: version.versionId, number: version.number },
        number: version.number,
        status: "published",
      });
      showToast(formatMessage(locale, words.editor.published, { version: version.number }));
      return version;
    });
  const discard = () =>
    run(async () => {
      const thrown = store.get();
      await api.questions.discardDraft.mutate({ questionId, revision: now.current.known.revision ?? 0 });
      take(await read());
      showToast(words.editor.discarded, {
        label: words.actions.undo,
        run: () => {
          store.replace(thrown);
          void save();
        },
      });
    });
  const discardQuestion = () =>
    run(async () => {
      await api.questions.discardQuestion.mutate({ questionId, revision: now.current.known.revision ?? 0 });
      // nothing is left to be kept in this browser or to be asked about on the way out
      store.replace(saved);
      return true;
    });
  const setRetired = (retired: boolean): Promise<unknown> =>
    run(async () => {
      await (retired
        ? api.questions.retireQuestion.mutate({ questionId })
        : api.questions.restoreQuestion.mutate({ questionId }));
      const fresh = knownOf(await read());
      setKnown((was) => afterRetiring(was, fresh));
      showToast(
        retired ? words.editor.retired : words.editor.restored,
        retired ? { label: words.actions.undo, run: () => void setRetired(false) } : undefined,
      );
    });

  const settle = {
    /** My text over theirs, knowing theirs. */
    mine: () => {
      if (!theirs) return;
      setTheirs(null);
      void run(() => write(knownOf(theirs)));
    },
    theirs: () => {
      if (!theirs) return;
      const mine = store.get();
      take(theirs);
      setTheirs(null);
      showToast(words.editor.conflict.theirs, { label: words.actions.undo, run: () => store.replace(mine) });
    },
    later: () => setTheirs(null),
  };
  /** A copy that this browser kept: the text, on what it was written on. */
  const adopt = (spec: Spec, base: Pick<Known, "revision"> & { published: string | null }) => {
    store.replace(spec);
    setKnown((was) => ({
      ...was,
      revision: base.revision,
      published:
        base.published === was.published?.id
          ? was.published
          : base.published
            ? { id: base.published, number: was.number }
            : null,
    }));
  };
  return {
    known,
    saved,
    busy,
    error,
    isDirty,
    theirs,
    save,
    publish,
    discard,
    discardQuestion,
    setRetired,
    settle,
    adopt,
  };
}
export type Draft = ReturnType<typeof useDraft>;
