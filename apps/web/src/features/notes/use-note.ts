"use client";
import { apiProblem } from "@tidao/next-kit/trpc";
import type { Locale } from "@tidao/kernel";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { dropDraft, keepDraft, readDraft } from "../../kept-draft";
import { newKey } from "../../new-key";
import { describeProblem } from "../../problem-text";

export type Note = ApiData["notes"]["saveNote"]["note"];
export interface NotePlace {
  questionId: string | null;
  topicSlug: string | null;
  anchor: string | null;
}
export type NoteState =
  | { kind: "saved" | "waiting" | "saving" | "offline" }
  | { kind: "failed"; problem: string }
  /** Changed elsewhere: nothing is stored until the learner has chosen. */
  | { kind: "conflict"; theirs: Note };
interface KeptText {
  id: string;
  revision: number | null;
  text: string;
}

export const longestNote = 10_000;
const pause = 800;
const again = 8000;

/**
 * The text of a note, saved a moment after each change, one save at a time. It is kept in the tab until it is stored, and
 * never written over what another window stored meanwhile.
 */
export function useNote(place: NotePlace, note: Note | null, locale: Locale, onSaved: (note: Note) => void) {
  const draftName = `tidao.note.${place.questionId ?? place.topicSlug ?? "free"}.${note?.id ?? place.anchor ?? ""}`;
  const [text, setText] = useState(note?.body ?? "");
  const [state, setState] = useState<NoteState>({ kind: "saved" });
  const current = useRef({
    text: note?.body ?? "",
    saved: note?.body ?? "",
    id: note?.id ?? "",
    revision: note?.revision ?? null,
    timer: 0,
    flight: null as Promise<void> | null,
    stopped: false,
    /** What this editor has sent: when it comes back as somebody else's, it is its own. */
    own: new Set<string>(),
  });

  /** Nothing is left to store. */
  const isStored = () => {
    const { text: typed, saved, revision, stopped } = current.current;
    return !stopped && (typed === saved || (revision === null && !typed.trim()));
  };
  /** @returns the answer to show, or nothing when there is more to store */
  const storeOnce = async (): Promise<NoteState | null> => {
    const now = current.current;
    now.id ||= newKey();
    const { id: noteId, revision, text: body } = now;
    now.own.add(body);
    setState({ kind: "saving" });
    const { saved, note: stored } = await api.notes.saveNote.mutate({ noteId, place, body, revision });
    if (!saved && !now.own.has(stored.body)) {
      now.stopped = true;
      return { kind: "conflict", theirs: stored };
    }
    Object.assign(now, { revision: stored.revision, saved: stored.body });
    if (saved) onSaved(stored);
    if (now.text !== now.saved) return null; // typed while this was on its way
    dropDraft(draftName);
    return { kind: "saved" };
  };
  const storeAll = async (): Promise<void> => {
    const now = current.current;
    window.clearTimeout(now.timer);
    if (now.stopped) return;
    try {
      let outcome: NoteState | null = isStored() ? { kind: "saved" } : null;
      // one after another, each on the revision that the one before made
      // oxlint-disable-next-line no-await-in-loop
      while (!outcome) outcome = await storeOnce();
      setState(outcome);
    } catch (error) {
      const failure = apiProblem(error);
      if (!failure.offline)
        return setState({ kind: "failed", problem: describeProblem(failure, { locale, offline: "" }) });
      setState({ kind: "offline" });
      now.timer = window.setTimeout(() => void saveNow.current(), again);
    }
  };
  const save = (): Promise<void> =>
    (current.current.flight ??= storeAll().finally(() => {
      current.current.flight = null;
    }));
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });

  const change = (typed: string, wait = pause) => {
    const now = current.current;
    now.text = typed;
    setText(typed);
    keepDraft(draftName, "note", { id: (now.id ||= newKey()), revision: now.revision, text: typed } satisfies KeptText);
    if (now.stopped) return;
    setState({ kind: "waiting" });
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void saveNow.current(), wait);
  };
  /** After a conflict: this text, in place of what is stored. */
  const settle = (theirs: Note, chosen: string) => {
    const now = current.current;
    Object.assign(now, { id: theirs.id, revision: theirs.revision, saved: theirs.body, stopped: false });
    if (chosen === theirs.body) onSaved(theirs);
    change(chosen.slice(0, longestNote), 0);
  };

  useEffect(() => {
    const kept = readDraft<KeptText>(draftName, "note");
    const now = current.current;
    if (kept && kept.text !== now.text && (!note || kept.id === note.id)) {
      // written on an older text than the one that is stored now: the server says so, and the learner chooses
      Object.assign(now, { id: kept.id, revision: kept.revision });
      change(kept.text);
    }
    const retry = () => void saveNow.current();
    const hold = (event: BeforeUnloadEvent) => {
      if (!now.flight && isStored()) return;
      event.preventDefault();
      void saveNow.current();
    };
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", hold);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", hold);
      // closed: nothing waits for the pause
      void saveNow.current();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, for the note that was opened
  }, []);

  /** @returns whether it worked: what is not stored stays in the editor */
  const finish = async (): Promise<boolean> => {
    await save();
    return isStored();
  };
  return { text, state, change, settle, finish };
}
