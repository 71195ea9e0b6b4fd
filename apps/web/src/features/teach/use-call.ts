"use client";
import type { Locale } from "@tidao/kernel";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemText } from "../../problem-text";

/** What turns a failed call into a sentence. */
export interface Failure {
  locale: Locale;
  offline: string;
  zone?: string;
}

/** Runs a call and then shows the page anew; `problem` is the sentence of the last failure. */
export function useCall(failure: Failure) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async <T>(call: () => Promise<T>, after?: (result: T) => void): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const result = await call();
      router.refresh();
      after?.(result);
    } catch (error) {
      setProblem(problemText(error, failure));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, clear: () => setProblem(null) };
}
