"use client";
import type { Messages } from "@tidao/i18n";
import { formatNumber } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { compact, Rendered } from "@tidao/player/rendered";
import { Button } from "@tidao/ui/button";
import { TextArea } from "@tidao/ui/text-field";
import { useEffect, useRef } from "react";
import { longestNote, type Note, type NotePlace, useNote } from "./use-note";

interface NoteEditorProps {
  place: NotePlace;
  note: Note | null;
  words: Messages["notes"]["note"];
  locale: Locale;
  onSaved: (note: Note) => void;
  onDone: () => void;
}

/** The source of a note, saved as it is typed; Escape is done, and so is Enter with Ctrl or ⌘. */
export function NoteEditor({ place, note, words, locale, onSaved, onDone }: NoteEditorProps) {
  const { text, state, change, settle, finish: store } = useNote(place, note, locale, onSaved);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = box.current?.querySelector("textarea");
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const finish = async () => {
    if (await store()) onDone();
  };
  const status =
    state.kind === "failed"
      ? state.problem
      : state.kind === "conflict"
        ? words.conflict.title
        : text || note
          ? words[state.kind]
          : "";
  const trouble = state.kind === "failed" || state.kind === "conflict" || state.kind === "offline";
  return (
    <div ref={box} className="grid gap-2">
      <TextArea
        label={<span className="sr-only">{words.label}</span>}
        hint={
          text.length >= longestNote
            ? formatMessage(locale, words.tooLong, { most: formatNumber(locale, longestNote) })
            : words.hint
        }
        value={text}
        maxLength={longestNote}
        className="max-h-96 min-h-24!"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          const enter = event.key === "Enter" && (event.ctrlKey || event.metaKey);
          if ((event.key !== "Escape" && !enter) || event.nativeEvent.isComposing) return;
          // done with the text, not with the dialog around it, nor with the question above it
          event.preventDefault();
          event.stopPropagation();
          void finish();
        }}
      />
      {state.kind === "conflict" && (
        <div className="grid gap-2 rounded-sm border border-warning p-3" role="group" aria-label={words.conflict.title}>
          <p className="text-sm">{words.conflict.body}</p>
          <Rendered html={state.theirs.html} className={`${compact} max-h-48 overflow-y-auto wrap-anywhere`} />
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              variant="primary"
              onClick={() => settle(state.theirs, `${state.theirs.body}\n\n${text}`)}
            >
              {words.conflict.both}
            </Button>
            <Button size="small" onClick={() => settle(state.theirs, text)}>
              {words.conflict.mine}
            </Button>
            <Button size="small" onClick={() => settle(state.theirs, state.theirs.body)}>
              {words.conflict.theirs}
            </Button>
          </div>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" onClick={() => void finish()}>
          {words.done}
        </Button>
        <p role="status" className={`text-sm ${trouble ? "text-wrong" : "text-muted"}`}>
          {status}
        </p>
      </div>
    </div>
  );
}
