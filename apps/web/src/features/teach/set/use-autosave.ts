"use client";
import type { ApiProblem } from "@tidao/next-kit/trpc";
import { apiProblem } from "@tidao/next-kit/trpc";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api";
import { type Draft, isSame, savedForm } from "./draft-items";

export type SaveState =
  | { kind: "saved" | "waiting" | "saving" | "elsewhere" }
  /** Kept here, and tried again when the connection is back. */
  | { kind: "failed"; problem: ApiProblem };

interface Stored {
  setId: string;
  /** When it was saved last, as the page was told. */
  updatedAt: string;
  draft: Draft;
}

const pause = 600;
/** What this browser saved last: a page that comes back from the router's memory may be older. */
const lastSaved = new Map<string, string>();

/**
 * Keeps the draft of a set and saves it a moment after each change, one save at a time. A save that would overwrite what
 * another window saved is refused by the server and waits for a choice.
 */
export function useAutosave(stored: Stored) {
  const router = useRouter();
  const [draft, setDraft] = useState(stored.draft);
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const current = useRef({
    draft,
    seenAt: stored.updatedAt,
    saved: stored.draft,
    timer: 0,
    busy: false,
    stopped: false,
  });

  const save = async (over = false): Promise<void> => {
    const now = current.current;
    window.clearTimeout(now.timer);
    now.timer = 0;
    if (now.busy) return;
    // nothing to save: changed and changed back
    if (isSame(now.draft, now.saved) && !over) return setState({ kind: "saved" });
    now.busy = true;
    now.stopped = false;
    setState({ kind: "saving" });
    const sent = now.draft;
    try {
      const items = savedForm(sent);
      const seenAt = over ? undefined : now.seenAt;
      const { updatedAt } = await api.sets.updateSet.mutate({ setId: stored.setId, seenAt, items });
      now.seenAt = updatedAt;
      lastSaved.set(stored.setId, updatedAt);
      now.saved = sent;
      setState({ kind: isSame(now.draft, sent) ? "saved" : "waiting" });
    } catch (error) {
      const problem = apiProblem(error);
      now.stopped = true;
      setState(problem.code === "DRAFT_CHANGED_MEANWHILE" ? { kind: "elsewhere" } : { kind: "failed", problem });
    } finally {
      now.busy = false;
    }
    // what was changed while this was on its way
    if (!now.stopped) await save();
  };

  const change = (next: (draft: Draft) => Draft) => {
    const now = current.current;
    const changed = next(now.draft);
    if (isSame(changed, now.draft)) return;
    now.draft = changed;
    setDraft(changed);
    if (now.stopped && state.kind === "elsewhere") return;
    setState({ kind: "waiting" });
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void save(), pause);
  };

  // what the page was told anew: the same list with other words for it, or what another window made of it
  useEffect(() => {
    const now = current.current;
    const known = lastSaved.get(stored.setId);
    if (known && Date.parse(stored.updatedAt) < Date.parse(known)) {
      lastSaved.delete(stored.setId);
      return router.refresh();
    }
    const untouched = isSame(now.draft, now.saved) && !now.busy;
    if (isSame(stored.draft, now.saved)) now.seenAt = stored.updatedAt;
    if (!untouched) return;
    Object.assign(now, { draft: stored.draft, saved: stored.draft, seenAt: stored.updatedAt });
    setDraft(stored.draft);
  }, [stored.setId, stored.updatedAt, stored.draft, router]);

  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });
  useEffect(() => {
    const now = current.current;
    const isDirty = () => now.busy || !isSame(now.draft, now.saved);
    const hold = (event: BeforeUnloadEvent) => {
      if (!isDirty()) return;
      event.preventDefault();
      void saveNow.current();
    };
    const retry = () => void saveNow.current();
    window.addEventListener("beforeunload", hold);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("beforeunload", hold);
      window.removeEventListener("online", retry);
      // leaving for another page of ours: nothing waits for the pause
      void saveNow.current();
    };
  }, []);

  return { draft, state, change, saveNow: () => void save(), saveOver: () => void save(true) };
}
