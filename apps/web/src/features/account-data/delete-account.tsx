"use client";
import type { Messages } from "@tidao/i18n";
import { formatInstant } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { PasswordField } from "@tidao/ui/password-field";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

export interface Failure {
  locale: "zh" | "en";
  zone: string;
  offline: string;
}
interface DeleteAccountProps {
  confirmBy: "password" | "email";
  email: string;
  days: number;
  showTyped: string;
  words: Messages["accountData"]["deletion"];
  failure: Failure;
}

/** Asks who it is before it asks for the deletion; nothing is erased before the waiting time is over. */
export function DeleteAccount({ confirmBy, email, days, showTyped, words, failure }: DeleteAccountProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [proof, setProof] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { locale, zone } = failure;
  const close = () => {
    setOpen(false);
    setProof("");
    setProblem(null);
  };
  const confirm = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const { erasedFrom } = await api.accountData.requestDeletion.mutate({ proof });
      close();
      // the page says it too, but in a part of it that nobody who hears the page has gone to
      if (erasedFrom)
        showToast(formatMessage(locale, words.pendingTitle, { time: formatInstant(locale, erasedFrom, zone) }));
      router.refresh();
    } catch (error) {
      setProblem(problemText(error, failure));
    } finally {
      setBusy(false);
    }
  };
  const field = {
    required: true,
    maxLength: 1000,
    value: proof,
    error: problem ?? undefined,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setProof(event.target.value),
  };
  return (
    <div>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {words.begin}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={words.dialogTitle}
        lead={formatMessage(locale, words.dialogBody, { days })}
      >
        <form className="mt-5 grid gap-5" onSubmit={(event) => void confirm(event)}>
          {confirmBy === "password" ? (
            <PasswordField label={words.password} show={showTyped} autoComplete="current-password" {...field} />
          ) : (
            <TextField
              label={words.email}
              hint={formatMessage(locale, words.emailHint, { email })}
              type="email"
              autoComplete="off"
              {...field}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <Button onClick={close}>{words.cancel}</Button>
            <Button type="submit" variant="danger" busy={busy}>
              {words.confirm}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
