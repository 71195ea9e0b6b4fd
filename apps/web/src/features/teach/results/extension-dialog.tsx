"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { instantOfWallTime } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { TextArea, TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import { api } from "../../../api";
import { givesKnownQuestions } from "../assign/assignment-times";
import { FormButtons } from "../form-buttons";
import { ProblemLine } from "../problem-line";
import { type Failure, useCall } from "../use-call";
import { extensionWarning, leavesNoAttempt } from "./extension-warning";

export interface ExtensionWords {
  texts: Messages["teach"]["extension"];
  /** How it is for the class, and the zone of the field. */
  classDue: string;
  /** The same as it would stand in the field. */
  classDueField: string;
  classAttempts: string;
  zone: string;
  cancel: string;
}
interface ExtensionDialogProps {
  open: boolean;
  onClose: () => void;
  assignmentId: string;
  learner: {
    userId: string;
    name: string;
    /** Whether the key of the questions was shown to this learner. */
    sawKey: boolean;
    /** Attempts that were begun. */
    started: number;
    override: { due: string; attempts: number | null; reason: string } | null;
  };
  zone: string;
  words: ExtensionWords;
  failure: Failure;
}

/** More time or attempts for one learner: only what is filled in differs from the class. */
export function ExtensionDialog({ open, onClose, learner, words, ...rest }: ExtensionDialogProps) {
  const title = formatMessage(rest.failure.locale, words.texts.title, { name: learner.name });
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={words.texts.lead}>
      <ExtensionForm onClose={onClose} learner={learner} words={words} {...rest} />
    </Dialog>
  );
}

function ExtensionForm({
  onClose,
  assignmentId,
  learner: { userId, name, override, sawKey, started },
  zone,
  words: { texts, ...words },
  failure,
}: Omit<ExtensionDialogProps, "open">) {
  const { busy, problem, run } = useCall(failure);
  const [due, setDue] = useState(override?.due ?? "");
  const [attempts, setAttempts] = useState(override?.attempts ? String(override.attempts) : "");
  const [reason, setReason] = useState(override?.reason ?? "");
  const [isEmpty, setEmpty] = useState(false);
  const say = (sentence: string) => formatMessage(failure.locale, sentence, { name });
  const keySeen = givesKnownQuestions(attempts, started, sawKey ? 1 : 0) ? say(texts.keySeen) : undefined;
  const nothingLeft = leavesNoAttempt({ entered: attempts, ofClass: words.classAttempts, started, sawKey });
  const warning =
    extensionWarning(due, { before: override?.due ?? "", classDue: words.classDueField, zone }) ??
    (due && nothingLeft ? "noAttempt" : null);
  const done = (text: string) => () => {
    onClose();
    showToast(say(text));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const dueAt = due ? instantOfWallTime(due, zone) : null;
    setEmpty(!dueAt && !attempts);
    if (!dueAt && !attempts) return event.currentTarget.querySelector("input")?.focus();
    const change = { dueAt: dueAt?.toISOString() ?? null, attempts: attempts ? Number(attempts) : null };
    void run(
      () => api.teach.setOverride.mutate({ assignmentId, userId, ...change, reason: reason.trim() }),
      done(texts.saved),
    );
  };
  const remove = () => run(() => api.teach.removeOverride.mutate({ assignmentId, userId }), done(texts.removed));
  return (
    <form className="mt-5 grid gap-5" onSubmit={submit}>
      <TextField
        label={texts.due}
        note={words.zone}
        hint={formatMessage(failure.locale, texts.dueHint, { time: words.classDue })}
        error={isEmpty && texts.nothing}
        warning={warning && say(texts[warning])}
        type="datetime-local"
        value={due}
        onChange={(event) => {
          setEmpty(false);
          setDue(event.target.value);
        }}
      />
      <TextField
        label={texts.attempts}
        hint={formatMessage(failure.locale, texts.attemptsHint, { count: words.classAttempts })}
        warning={keySeen}
        type="number"
        inputMode="numeric"
        min={1}
        max={20}
        step={1}
        className="max-w-28 tabular-nums"
        value={attempts}
        onChange={(event) => {
          setEmpty(false);
          setAttempts(event.target.value);
        }}
      />
      <TextArea
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        required
        maxLength={400}
        className="min-h-20!"
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemLine text={problem} />
      <FormButtons busy={busy} submit={texts.save} cancel={words.cancel} onCancel={onClose}>
        {override && (
          <span className="ms-auto">
            <Button variant="danger" busy={busy} onClick={() => void remove()}>
              {texts.remove}
            </Button>
          </span>
        )}
      </FormButtons>
    </form>
  );
}
