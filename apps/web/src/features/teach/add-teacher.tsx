"use client";
import type { Messages } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { type Failure, useCall } from "./use-call";

interface AddTeacherProps {
  classId: string;
  words: Messages["teach"]["room"]["teachers"];
  cancel: string;
  failure: Failure;
}

/** Lets a colleague teach in the class, named by their address. */
export function AddTeacher({ words, ...rest }: AddTeacherProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      <Dialog open={open} onClose={close} title={words.add}>
        <AddForm words={words} onClose={close} {...rest} />
      </Dialog>
    </div>
  );
}

function AddForm({ classId, words, cancel, failure, onClose }: AddTeacherProps & { onClose: () => void }) {
  const { busy, problem, run } = useCall(failure);
  const [email, setEmail] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    void run(
      () => api.teach.addTeacher.mutate({ classId, email }),
      () => {
        onClose();
        showToast(words.added);
      },
    );
  };
  return (
    <form className="mt-3 grid gap-5" onSubmit={submit}>
      <p className="text-muted">{words.addLead}</p>
      <TextField
        label={words.email}
        type="email"
        autoComplete="off"
        required
        maxLength={254}
        value={email}
        error={problem}
        onChange={(event) => setEmail(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.adding : words.submit}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
