"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { compact, Rendered } from "@tidao/player/rendered";
import { Button } from "@tidao/ui/button";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useId, useRef, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import { NoteEditor } from "./note-editor";
import type { Note, NotePlace } from "./use-note";

export interface NoteBoxProps {
  title: string;
  place: NotePlace;
  note: Note | null;
  words: Messages["notes"]["note"];
  locale: Locale;
  /** What is around the box says its title already. */
  titled?: boolean;
  /** Begins in the editor. */
  editing?: boolean;
  /** The note as it is stored now; null once it is removed. */
  onChange: (note: Note | null) => void;
  /** Without it the box stays, and "Done" only closes the editor. */
  onClose?: () => void;
}

/** A note as it reads, and its editor in the same place. */
export default function NoteBox(props: NoteBoxProps) {
  const { title, titled, place, note, words, locale, onChange, onClose } = props;
  const [editing, setEditing] = useState(props.editing ?? false);
  const [shown, setShown] = useState(note);
  const [problem, setProblem] = useState<string | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const heading = useId();

  /** The same, for what was begun before it was drawn. */
  const latest = useRef(note);
  const stored = (changed: Note | null) => {
    latest.current = changed;
    setShown(changed);
    onChange(changed);
  };
  const done = () => {
    setEditing(false);
    if (latest.current?.body || !onClose) requestAnimationFrame(() => edit.current?.focus());
    else onClose();
  };
  const remove = async (gone: Note) => {
    setProblem(null);
    try {
      await api.notes.deleteNote.mutate({ noteId: gone.id });
      stored(null);
      const back = async () => {
        try {
          await api.notes.restoreNote.mutate({ noteId: gone.id });
          stored(gone);
          showToast(words.back);
        } catch (error) {
          showProblem(problemText(error, { locale, offline: words.offline }));
        }
      };
      showToast(words.removed, { label: words.undo, run: () => void back() });
      onClose?.();
    } catch (error) {
      setProblem(problemText(error, { locale, offline: words.offline }));
    }
  };
  return (
    <section aria-labelledby={heading} className="grid gap-2 rounded-lg border border-line bg-raised p-4">
      <h3 id={heading} className={titled ? "sr-only" : "text-sm font-semibold"}>
        {title}
      </h3>
      {editing ? (
        <NoteEditor place={place} note={shown} words={words} locale={locale} onSaved={stored} onDone={done} />
      ) : (
        <>
          {shown?.body ? (
            <Rendered html={shown.html} className={`${compact} wrap-anywhere`} />
          ) : (
            <p className="text-sm text-muted">{words.empty}</p>
          )}
          <div className="-ms-2.5 flex flex-wrap gap-1">
            <Button ref={edit} variant="quiet" size="small" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
            {shown && (
              <Button variant="quiet" size="small" onClick={() => void remove(shown)}>
                {words.remove}
              </Button>
            )}
            {onClose && (
              <Button variant="quiet" size="small" onClick={onClose}>
                {words.done}
              </Button>
            )}
          </div>
          <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
            {problem}
          </p>
        </>
      )}
    </section>
  );
}
