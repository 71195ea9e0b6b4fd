"use client";
import type { Locale } from "@tidao/kernel";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemText } from "./problem-text";

export interface Failure {
  locale: Locale;
  offline: string;
}

/** Runs a call, then shows the page anew; what went wrong stands beside the button. */
export function useRefreshingCall(failure: Failure) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (call: () => Promise<unknown>, after?: () => void) => {
    setBusy(true);
    setProblem(null);
    try {
      await call();
      after?.();
      router.refresh();
    } catch (error) {
      setProblem(problemText(error, failure));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}

export const CallProblem = ({ text }: { text: string | null }) => (
  <p role="alert" className="text-sm text-wrong">
    {text}
  </p>
);
