"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { useState } from "react";
import NoteBox from "./note-box";
import type { Note } from "./use-note";

interface ListedNoteProps {
  note: Note;
  title: string;
  words: Messages["notes"]["note"];
  locale: Locale;
}

/** A note in the list, changed where it stands; one that was removed stays as an empty place until the page is left. */
export function ListedNote({ note, title, words, locale }: ListedNoteProps) {
  const [gone, setGone] = useState(false);
  const { questionId, topicSlug, anchor } = note;
  return (
    <div hidden={gone}>
      <NoteBox
        title={title}
        place={{ questionId, topicSlug, anchor }}
        note={note}
        words={words}
        locale={locale}
        onChange={(changed) => setGone(changed === null)}
      />
    </div>
  );
}
