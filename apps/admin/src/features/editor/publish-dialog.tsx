"use client";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Dialog } from "@tidao/ui/dialog";
import { TextField } from "@tidao/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { useEditor, useSay } from "./editor-context";
import type { Draft } from "./use-draft";

interface PublishDialogProps {
  open: boolean;
  onClose: () => void;
  draft: Draft;
}

/** What publishing does, why it is done, and whether the key was wrong before. */
export function PublishDialog({ open, onClose, draft }: PublishDialogProps) {
  const { words } = useEditor();
  const { say } = useSay();
  const texts = words.editor.publishing;
  const { known, busy, error, publish } = draft;
  const [note, setNote] = useState("");
  const [corrects, setCorrects] = useState(false);
  const version = known.revision === null ? known.newest + 1 : known.number;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await publish({ note: note.trim(), corrects }))) return;
    setNote("");
    setCorrects(false);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={say(texts.title, { version })} lead={texts.lead}>
      <form className="mt-4 grid gap-4" onSubmit={(event) => void submit(event)}>
        <TextField
          label={texts.note}
          hint={texts.noteHint}
          value={note}
          maxLength={400}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
        {known.published && (
          <Checkbox
            label={texts.corrects}
            hint={texts.correctsHint}
            checked={corrects}
            onChange={(event) => setCorrects(event.target.checked)}
          />
        )}
        <p role="alert" className="field-error empty:hidden">
          {error?.text}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.actions.cancel}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
