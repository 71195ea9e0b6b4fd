"use client";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface StartAttemptProps {
  assignmentId: string;
  label: string;
  locale: Locale;
  zone: string;
  offline: string;
}

/** Starts an attempt, or goes on with the one that is under way: the server gives the same one back. */
export function StartAttemptButton({ assignmentId, label, locale, zone, offline }: StartAttemptProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { attemptId } = await api.assignments.startAttempt.mutate({ assignmentId });
      router.push(`/${locale}/assignments/${assignmentId}/attempts/${attemptId}`);
    } catch (error) {
      setProblem(problemText(error, { locale, zone, offline }));
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button variant="primary" busy={busy} onClick={() => void start()}>
        {label}
      </Button>
      <p role="alert" className="text-sm text-wrong">
        {problem}
      </p>
    </div>
  );
}
