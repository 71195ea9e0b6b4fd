"use client";
import type { Locale } from "@tidao/kernel";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface RevokeProps {
  label: string;
  done: string;
  locale: Locale;
  offline: string;
  /** Without one: every other device. */
  sessionId?: string;
}

/** Signs a device out at once; the page then shows who is left. */
export function RevokeButton({ label, done, locale, offline, sessionId }: RevokeProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const revoke = async () => {
    setBusy(true);
    try {
      const ended = sessionId
        ? await api.account.revokeSession.mutate({ sessionId }).then(() => 1)
        : (await api.account.revokeOtherSessions.mutate({})).ended;
      showToast(formatMessage(locale, done, { count: ended }));
      router.refresh();
    } catch (error) {
      showProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="quiet" size="small" busy={busy} onClick={() => void revoke()}>
      {label}
    </Button>
  );
}
