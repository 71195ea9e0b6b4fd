"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import NoteBox from "./note-box";
import type { NotePlace } from "./use-note";

const nowhere: NotePlace = { questionId: null, topicSlug: null, anchor: null };

/** A note about nothing in particular; when it is done it stands in the list. */
export function NewNote(props: { label: string; title: string; words: Messages["notes"]["note"]; locale: Locale }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
    if (wrote.current) router.refresh();
    wrote.current = false;
  };
  return (
    <>
      <Button ref={button} size="small" aria-expanded={open} onClick={() => setOpen(true)}>
        <Icon name="plus" size={14} />
        {props.label}
      </Button>
      {open && (
        <div className="basis-full">
          <NoteBox
            title={props.title}
            place={nowhere}
            note={null}
            words={props.words}
            locale={props.locale}
            editing
            onChange={() => {
              wrote.current = true;
            }}
            onClose={close}
          />
        </div>
      )}
    </>
  );
}
