"use client";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { Notice } from "@tidao/ui/notice";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { api } from "../../api";
import { type PersonWords, personProblem } from "./person-problem";

interface SignOutProps {
  userId: string;
  name: string;
  /** "Signed in on 2 devices". */
  where: string;
  hasSessions: boolean;
  say: PersonWords;
}

/** Sessions that were ended do not come back, so this one asks; where there is none, it says so. */
export function SignOutEverywhere({ userId, name, where, hasSessions, say }: SignOutProps) {
  const router = useRouter();
  const { words, locale } = say;
  const hint = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setOpen(false);
    setProblem(undefined);
  };
  const signOut = async () => {
    setBusy(true);
    try {
      await api.users.signOutUser.mutate({ userId });
      close();
      showToast(formatMessage(locale, words.signedOut, { name }));
      router.refresh();
    } catch (failure) {
      setProblem(personProblem(failure, say));
    }
    setBusy(false);
  };
  return (
    <>
      <p id={hint} className="text-sm text-muted">
        {hasSessions ? words.signOutHint : words.signOutNone}
      </p>
      {/* not `disabled`: the focus comes back to this button from the dialog */}
      <Button
        aria-disabled={!hasSessions || undefined}
        aria-describedby={hint}
        onClick={() => hasSessions && setOpen(true)}
      >
        {words.signOut}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={words.signOut}
        lead={
          <>
            <p className="font-semibold">{name}</p>
            <p>{where}</p>
          </>
        }
      >
        <div className="mt-4 grid gap-4">
          {problem && (
            <Notice kind="error" word={say.error} live>
              {problem}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={close}>{say.cancel}</Button>
            <Button variant="danger" busy={busy} onClick={() => void signOut()}>
              {words.signOut}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
