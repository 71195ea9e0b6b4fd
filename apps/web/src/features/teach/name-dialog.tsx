"use client";
import { Dialog } from "@tidao/ui/dialog";
import { TextField } from "@tidao/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { FormButtons } from "./form-buttons";

interface NameDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  label: string;
  hint?: string;
  initial?: string;
  maxLength: number;
  submit: string;
  submitting: string;
  cancel: string;
  busy: boolean;
  problem: string | null;
  onSubmit: (name: string) => void;
}

/** Asks for one name. */
export function NameDialog({ open, onClose, title, ...form }: NameDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <NameForm onClose={onClose} {...form} />
    </Dialog>
  );
}

function NameForm({
  onClose,
  label,
  hint,
  initial = "",
  maxLength,
  submit,
  submitting,
  cancel,
  busy,
  problem,
  onSubmit,
}: Omit<NameDialogProps, "open" | "title">) {
  const [name, setName] = useState(initial);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) onSubmit(name.trim());
  };
  return (
    <form className="mt-4 grid gap-5" onSubmit={send}>
      <TextField
        label={label}
        hint={hint}
        error={problem}
        value={name}
        required
        pattern=".*\S.*"
        maxLength={maxLength}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <FormButtons busy={busy} submit={submit} submitting={submitting} cancel={cancel} onCancel={onClose} />
    </form>
  );
}
