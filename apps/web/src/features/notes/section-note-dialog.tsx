"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { useEffect, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import NoteBox from "./note-box";
import type { Note, NotePlace } from "./use-note";

interface SectionNoteDialogProps {
  title: string;
  place: NotePlace & { topicSlug: string };
  /** Whether there is a note to load first. */
  expected: boolean;
  words: { note: Messages["notes"]["note"]; tools: Pick<Messages["notes"]["tools"], "notChanged">; close: string };
  locale: Locale;
  onChange: (exists: boolean) => void;
  onClose: () => void;
}

/** The note on one section, over the lesson. */
export default function SectionNoteDialog(props: SectionNoteDialogProps) {
  const { title, place, expected, words, locale, onChange, onClose } = props;
  const { topicSlug, anchor } = place;
  const [note, setNote] = useState<Note | null | undefined>(expected ? undefined : null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!expected) return;
    api.notes.listTopicNotes.query({ topicSlug }).then(
      (notes) => setNote(notes.find((each) => each.anchor === anchor) ?? null),
      (error: unknown) => setProblem(problemText(error, { locale, offline: words.tools.notChanged })),
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once: the dialog is opened for one section
  }, []);
  return (
    <Dialog open onClose={onClose} title={title}>
      <div className="mt-3 grid gap-4">
        {note !== undefined && (
          <NoteBox
            key={note?.id ?? "new"}
            title={words.note.label}
            titled
            place={place}
            note={note}
            words={words.note}
            locale={locale}
            editing={!note?.body}
            onChange={(changed) => onChange(Boolean(changed?.body))}
          />
        )}
        <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
          {problem}
        </p>
        <div>
          <Button onClick={onClose}>{words.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}
