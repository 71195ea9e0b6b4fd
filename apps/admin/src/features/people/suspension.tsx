"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { Notice } from "@tidao/ui/notice";
import { TextArea } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { type PersonWords, personProblem } from "./person-problem";

interface SuspensionProps {
  userId: string;
  name: string;
  suspended: boolean;
  say: PersonWords;
}

/** Asks for the reason before it ends somebody's sessions, or lets them in again. */
export function Suspension({ userId, name, suspended, say }: SuspensionProps) {
  const router = useRouter();
  const { words, locale } = say;
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const verb = suspended ? words.unsuspend : words.suspend;

  const close = () => {
    setOpen(false);
    setMissing(false);
    setProblem(undefined);
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("reason");
    if (!(field instanceof HTMLTextAreaElement)) return;
    const reason = field.value.trim();
    setMissing(!reason);
    if (!reason) return field.focus();
    setBusy(true);
    setProblem(undefined);
    try {
      await api.users.suspendUser.mutate({ userId, suspended: !suspended, reason });
      close();
      showToast(formatMessage(locale, suspended ? words.unsuspendedNow : words.suspendedNow, { name }));
      router.refresh();
    } catch (failure) {
      setProblem(personProblem(failure, say));
    }
    setBusy(false);
  };
  return (
    <>
      <Button variant={suspended ? "secondary" : "danger"} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={suspended ? words.unsuspend : words.suspendTitle}
        lead={
          <>
            <p className="font-semibold">{name}</p>
            {!suspended && <p>{words.suspendHint}</p>}
          </>
        }
      >
        <form noValidate onSubmit={(event) => void submit(event)} className="mt-4 grid gap-4">
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={missing ? words.reasonMissing : undefined}
            onChange={() => setMissing(false)}
            className="min-h-20!"
            maxLength={400}
            required
          />
          {problem && (
            <Notice kind="error" word={say.error} live>
              {problem}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={close}>{say.cancel}</Button>
            <Button type="submit" variant={suspended ? "primary" : "danger"} busy={busy}>
              {verb}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
