"use client";
import { useEffect, useState } from "react";
import type { DraftStore } from "./draft-store";
import { type LocalCopy, readLocalCopy, writeLocalCopy } from "./local-copy";
import type { Draft } from "./use-draft";

const pauseMs = 300;

interface Unsaved {
  userId: string;
  questionId: string;
  store: DraftStore;
  draft: Draft;
  /** A version's text was asked for: what this browser kept must not replace it unasked. */
  holdCopy: boolean;
}

/**
 * Nothing written is lost: it is kept in this browser until it is saved, found again when the page is opened, and the
 * page is not left without a question.
 */
export function useUnsaved({ userId, questionId, store, draft, holdCopy }: Unsaved) {
  const [restored, setRestored] = useState<LocalCopy | null>(null);
  const [held, setHeld] = useState<LocalCopy | null>(null);
  const { isDirty, known, saved, adopt } = draft;

  useEffect(() => {
    const copy = readLocalCopy(userId, questionId);
    if (!copy) return;
    if (JSON.stringify(copy.spec) === JSON.stringify(saved)) return writeLocalCopy(userId, questionId, null);
    if (holdCopy) return setHeld(copy);
    adopt(copy.spec, copy);
    setRestored(copy);
    // once, when the page is opened: later copies are this page's own
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  const { revision } = known;
  const published = known.published?.id ?? null;
  useEffect(() => {
    if (!isDirty) return writeLocalCopy(userId, questionId, null);
    const keep = () =>
      writeLocalCopy(userId, questionId, { spec: store.get(), revision, published, at: new Date().toISOString() });
    let timer = setTimeout(keep, pauseMs);
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, pauseMs);
    });
    const warn = (event: BeforeUnloadEvent) => {
      keep();
      event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener("beforeunload", warn);
    };
  }, [isDirty, store, userId, questionId, revision, published]);

  /** Goes on with what this browser kept instead of with the version that was asked for. */
  const takeHeld = () => {
    if (!held) return;
    adopt(held.spec, held);
    setHeld(null);
  };
  return { restored, held, takeHeld, forget: () => setRestored(null) };
}
