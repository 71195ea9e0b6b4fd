"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { instantOfWallTime } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { Select } from "@tidao/ui/select";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import type { ApiData } from "../../api-data";
import { api } from "../../api";
import { ProblemLine } from "../teach/problem-line";
import { type Failure, useCall } from "../teach/use-call";

type Assignment = ApiData["teach"]["getResults"]["assignment"];
interface EditButtonProps {
  /** The times as the clock on the instructor's wall shows them. */
  assignment: Pick<Assignment, "id" | "title" | "attempts" | "feedback"> & { opens: string; due: string };
  zone: string;
  words: Messages["teachResults"]["edit"];
  fields: Messages["teach"]["assign"];
  cancel: string;
  failure: Failure;
}

/** Title, times, attempts and feedback of an assignment that is out already. */
export function EditButton(props: EditButtonProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{props.words.open}</Button>
      <Dialog open={open} onClose={close} title={props.words.title}>
        <EditForm {...props} onClose={close} />
      </Dialog>
    </>
  );
}

const releases = ["immediately", "after_due", "never"] as const;

function EditForm({
  assignment,
  zone,
  words,
  fields,
  cancel,
  failure,
  onClose,
}: EditButtonProps & { onClose: () => void }) {
  const { busy, problem, run } = useCall(failure);
  const [form, setForm] = useState(assignment);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const late = form.opens !== "" && form.due !== "" && form.due <= form.opens;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const opensAt = instantOfWallTime(form.opens, zone)?.toISOString();
    const dueAt = instantOfWallTime(form.due, zone)?.toISOString();
    if (busy || late || !opensAt || !dueAt) return;
    const { id: assignmentId, title, attempts, feedback } = form;
    void run(
      () =>
        api.teach.updateAssignment.mutate({ assignmentId, title: title.trim(), opensAt, dueAt, attempts, feedback }),
      () => {
        onClose();
        showToast(words.saved);
      },
    );
  };
  return (
    <form className="mt-3 grid gap-5" onSubmit={send}>
      <p className="text-sm text-muted">
        {words.lead} {formatMessage(failure.locale, words.zone, { zone })}
      </p>
      <TextField
        label={fields.name}
        hint={fields.nameHint}
        value={form.title}
        required
        pattern=".*\S.*"
        maxLength={160}
        autoComplete="off"
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={fields.opens}
          type="datetime-local"
          required
          value={form.opens}
          onChange={(event) => change({ opens: event.target.value })}
        />
        <TextField
          label={fields.due}
          error={late && fields.dueFirst}
          type="datetime-local"
          required
          value={form.due}
          onChange={(event) => change({ due: event.target.value })}
        />
      </div>
      <TextField
        label={fields.attempts}
        hint={fields.attemptsHint}
        type="number"
        inputMode="numeric"
        min={1}
        max={20}
        step={1}
        required
        className="max-w-32"
        value={Number.isNaN(form.attempts) ? "" : form.attempts}
        onChange={(event) => change({ attempts: event.target.valueAsNumber })}
      />
      <Select
        label={fields.feedback}
        hint={fields.feedbackHints[form.feedback]}
        value={form.feedback}
        onChange={(event) => change({ feedback: releases.find((one) => one === event.target.value) ?? form.feedback })}
      >
        {releases.map((release) => (
          <option key={release} value={release}>
            {fields.feedbackOptions[release]}
          </option>
        ))}
      </Select>
      <ProblemLine text={problem} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
