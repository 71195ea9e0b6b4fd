"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { showToast } from "@tidao/ui/toast";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { type SubmitEvent, useMemo, useState } from "react";
import { api } from "../../../api";
import { AttemptsField, TitleField } from "../assign/assignment-fields";
import {
  AssignmentTimes,
  closesNow,
  givesKnownQuestions,
  opensAgain,
  readTimes,
  type WallTimes,
} from "../assign/assignment-times";
import { FeedbackChoice, type FeedbackRelease } from "../assign/feedback-choice";
import { FormButtons } from "../form-buttons";
import { ProblemLine } from "../problem-line";
import { type Failure, useCall } from "../use-call";

/** What the form needs, read when it is opened. */
export interface EditFormData {
  assignment: { id: string; title: string; attempts: number; feedback: FeedbackRelease };
  times: WallTimes;
  /** Whether the due time has passed, and how many of those for whom this holds have seen the key. */
  wasDue: boolean;
  sawKey: number;
  /** How many have seen verdicts, whatever their attempts. */
  sawFeedback: number;
  zone: string;
  zoneName: string;
  words: {
    edit: Messages["teach"]["edit"];
    assign: Messages["teach"]["assign"];
    saving: string;
    cancel: string;
  };
  failure: Failure;
}

export interface EditButtonProps {
  label: string;
  title: string;
  lead: string;
  data: Packed<EditFormData>;
}

/** Title, dates, attempts and feedback of what was assigned; its questions stay what they were. */
export function EditButton({ label, title, lead, data }: EditButtonProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title} lead={lead}>
        <EditForm data={data} onClose={close} />
      </Dialog>
    </>
  );
}

function EditForm({ data, onClose }: { data: Packed<EditFormData>; onClose: () => void }) {
  const {
    assignment,
    times: first,
    wasDue,
    sawKey,
    sawFeedback,
    zone,
    zoneName,
    words,
    failure,
  } = useMemo(() => unpack(data), [data]);
  const { edit, assign, saving, cancel } = words;
  const { busy, problem, run } = useCall(failure);
  const [title, setTitle] = useState(assignment.title);
  const [times, setTimes] = useState(first);
  const [attempts, setAttempts] = useState(String(assignment.attempts));
  const [feedback, setFeedback] = useState(assignment.feedback);
  const [tried, setTried] = useState(false);
  const [dueWarning, setDueWarning] = useState<string | null>(null);
  const attemptsWarning = givesKnownQuestions(attempts, assignment.attempts, sawKey)
    ? formatMessage(failure.locale, edit.keySeen, { count: sawKey })
    : undefined;
  const feedbackWarning =
    feedback !== assignment.feedback && sawFeedback > 0
      ? formatMessage(failure.locale, edit.feedbackSeen, { count: sawFeedback })
      : undefined;
  const warningOf = (changed: WallTimes) =>
    closesNow(changed, first, zone)
      ? edit.closesNow
      : wasDue && opensAgain(changed, first, zone)
        ? edit.opensAgain
        : null;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const instants = readTimes(times, zone);
    // where its complaint is described: the press would otherwise say nothing to who does not see it
    if (!instants)
      return event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=datetime-local]")[1]?.focus();
    if (busy) return;
    // what was not touched is not sent: seconds of a stored time would be cut off, and a colleague's change taken back
    const opensAt = times.opens === first.opens ? undefined : instants.opensAt.toISOString();
    const dueAt = times.due === first.due ? undefined : instants.dueAt.toISOString();
    const change = {
      title: title.trim() === assignment.title ? undefined : title.trim(),
      attempts: Number(attempts) === assignment.attempts ? undefined : Number(attempts),
      feedback: feedback === assignment.feedback ? undefined : feedback,
      opensAt,
      dueAt,
    };
    void run(
      () => api.teach.updateAssignment.mutate({ assignmentId: assignment.id, ...change }),
      () => {
        onClose();
        showToast(edit.saved);
      },
    );
  };
  return (
    <form className="mt-5 grid gap-5" onSubmit={submit}>
      <TitleField words={assign} value={title} onChange={setTitle} />
      <AssignmentTimes
        times={times}
        onChange={(changed) => {
          setTimes(changed);
          setDueWarning(warningOf(changed));
        }}
        zone={zone}
        zoneName={zoneName}
        tried={tried}
        dueWarning={dueWarning}
        words={assign}
        locale={failure.locale}
      />
      <AttemptsField words={assign} warning={attemptsWarning} value={attempts} onChange={setAttempts} />
      <FeedbackChoice value={feedback} onChange={setFeedback} words={assign} warning={feedbackWarning} />
      <ProblemLine text={problem} />
      <FormButtons busy={busy} submit={edit.save} submitting={saving} cancel={cancel} onCancel={onClose} />
    </form>
  );
}
