"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { instantOfWallTime } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { TextArea, TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { ProblemLine } from "../teach/problem-line";
import { type Failure, useCall } from "../teach/use-call";

interface ExtensionButtonProps {
  assignmentId: string;
  /** What differs for this learner; a reason is there as soon as anything does. */
  learner: { userId: string; name: string; due: string; attempts: number | null; reason: string | null };
  /** What holds for the class, the time already worded. */
  usual: { dueAt: string; attempts: number };
  zone: string;
  words: Messages["teachResults"]["extension"];
  cancel: string;
  failure: Failure;
}

/** More time or attempts for one learner, with the reason. */
export function ExtensionButton(props: ExtensionButtonProps) {
  const { learner, words, failure } = props;
  const [open, setOpen] = useState(false);
  const name = { name: learner.name };
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        aria-label={formatMessage(failure.locale, words.openLabel, name)}
        onClick={() => setOpen(true)}
      >
        {learner.reason === null ? words.open : words.change}
      </Button>
      <Dialog open={open} onClose={close} title={formatMessage(failure.locale, words.title, name)}>
        <ExtensionForm {...props} onClose={close} />
      </Dialog>
    </>
  );
}

function ExtensionForm({
  assignmentId,
  learner,
  usual,
  zone,
  words,
  cancel,
  failure,
  onClose,
}: ExtensionButtonProps & { onClose: () => void }) {
  const { userId, name } = learner;
  const { busy, problem, run } = useCall(failure);
  const [due, setDue] = useState(learner.due);
  const [attempts, setAttempts] = useState(learner.attempts === null ? "" : String(learner.attempts));
  const [reason, setReason] = useState(learner.reason ?? "");
  const [missing, setMissing] = useState(false);
  const say = (sentence: string, params: Record<string, string | number>) =>
    formatMessage(failure.locale, sentence, params);
  const done = (sentence: string) => () => {
    onClose();
    showToast(say(sentence, { name }));
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const dueAt = due ? (instantOfWallTime(due, zone)?.toISOString() ?? null) : null;
    const allowed = attempts ? Number(attempts) : null;
    setMissing(dueAt === null && allowed === null);
    if (busy || (dueAt === null && allowed === null)) return;
    const change = { assignmentId, userId, dueAt, attempts: allowed, reason: reason.trim() };
    void run(() => api.teach.setOverride.mutate(change), done(words.saved));
  };
  return (
    <form className="mt-3 grid gap-5 whitespace-normal" onSubmit={send}>
      <p className="text-sm text-muted">{words.lead}</p>
      <TextField
        label={words.due}
        hint={say(words.dueHint, { time: usual.dueAt, zone })}
        error={missing && words.nothing}
        type="datetime-local"
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <TextField
        label={words.attempts}
        hint={say(words.attemptsHint, { count: usual.attempts })}
        type="number"
        inputMode="numeric"
        min={1}
        max={20}
        step={1}
        className="max-w-32"
        value={attempts}
        onChange={(event) => setAttempts(event.target.value)}
      />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        required
        maxLength={400}
        className="min-h-20!"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemLine text={problem} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {cancel}
        </Button>
        {learner.reason !== null && (
          <Button
            variant="quiet"
            busy={busy}
            className="ms-auto"
            onClick={() =>
              void run(() => api.teach.removeOverride.mutate({ assignmentId, userId }), done(words.removed))
            }
          >
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  );
}
