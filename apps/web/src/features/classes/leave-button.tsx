"use client";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

export function LeaveButton({
  classId,
  name,
  words,
  locale,
  offline,
}: {
  classId: string;
  name: string;
  words: { leave: string; left: string };
  locale: Locale;
  offline: string;
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    try {
      await api.classes.leaveClass.mutate({ classId });
      showToast(formatMessage(locale, words.left, { name }));
      router.refresh();
    } catch (error) {
      showToast(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="quiet" size="small" busy={busy} onClick={() => void leave()}>
      {words.leave}
    </Button>
  );
}
