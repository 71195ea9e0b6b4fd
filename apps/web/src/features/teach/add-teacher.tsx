"use client";
import type { Messages } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { ColleagueField } from "./colleague-field";
import { FormButtons } from "./form-buttons";
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
      <Dialog open={open} onClose={close} title={words.add} lead={words.addLead}>
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
      <ColleagueField label={words.email} value={email} error={problem} onChange={setEmail} />
      <FormButtons busy={busy} submit={words.submit} submitting={words.adding} cancel={cancel} onCancel={onClose} />
    </form>
  );
}
