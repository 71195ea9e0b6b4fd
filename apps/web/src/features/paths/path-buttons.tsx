"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface PathButtonProps<Words extends keyof Messages["paths"]> {
  slug: string;
  words: Pick<Messages["paths"], Words>;
  failure: { locale: Locale; offline: string };
}

/** Runs a call, then shows the page anew; what went wrong stands beside the button. */
function usePathCall(failure: { locale: Locale; offline: string }) {
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

const Problem = ({ text }: { text: string | null }) => (
  <p role="alert" className="text-sm text-wrong">
    {text}
  </p>
);

export function StartPath({ slug, words, failure }: PathButtonProps<"start" | "starting" | "startHint">) {
  const { busy, problem, run } = usePathCall(failure);
  return (
    <>
      <Button variant="primary" busy={busy} onClick={() => void run(() => api.paths.startPath.mutate({ slug }))}>
        {busy ? words.starting : words.start}
      </Button>
      <span className="text-sm text-muted">{words.startHint}</span>
      <Problem text={problem} />
    </>
  );
}

export function LeavePath({ slug, words, failure }: PathButtonProps<"leave" | "left"> & { words: { undo: string } }) {
  const { busy, problem, run } = usePathCall(failure);
  const back = { label: words.undo, run: () => void run(() => api.paths.startPath.mutate({ slug })) };
  const leave = () => run(() => api.paths.leavePath.mutate({ slug }), () => showToast(words.left, back));
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => void leave()}>
        {words.leave}
      </Button>
      <Problem text={problem} />
    </>
  );
}
