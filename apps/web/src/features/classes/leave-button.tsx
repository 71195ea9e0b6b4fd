"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Dialog } from "@tidao/ui/dialog";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface LeaveProps {
  classId: string;
  name: string;
  words: Pick<Messages["classes"], "leave" | "left" | "leaveTitle" | "leaveBody"> & { cancel: string };
  locale: Locale;
  offline: string;
}

/** Asks first: the way back needs the code again, which the learner may not have any more. */
export function LeaveButton({ classId, name, words, locale, offline }: LeaveProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await api.classes.leaveClass.mutate({ classId });
      setAsking(false);
      showToast(formatMessage(locale, words.left, { name }));
      router.refresh();
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
        {words.leave}
        <span className="sr-only">{name}</span>
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={formatMessage(locale, words.leaveTitle, { name })}
        lead={words.leaveBody}
      >
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <Button variant="danger" busy={busy} onClick={() => void leave()}>
            {words.leave}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
          <p role="alert" className="text-sm text-wrong">
            {problem}
          </p>
        </div>
      </Dialog>
    </>
  );
}
