"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import { CallProblem, useRefreshingCall } from "../../use-refreshing-call";

interface PathButtonProps<Words extends keyof Messages["paths"]> {
  slug: string;
  words: Pick<Messages["paths"], Words>;
  failure: { locale: Locale; offline: string };
}

export function StartPath({ slug, words, failure }: PathButtonProps<"start" | "starting" | "startHint">) {
  const { busy, problem, run } = useRefreshingCall(failure);
  return (
    <>
      <Button variant="primary" busy={busy} onClick={() => void run(() => api.paths.startPath.mutate({ slug }))}>
        {busy ? words.starting : words.start}
      </Button>
      <span className="text-sm text-muted">{words.startHint}</span>
      <CallProblem text={problem} />
    </>
  );
}

type LeavePathProps = PathButtonProps<"leave" | "left"> & { words: { undo: string }; deadline: string | null };
export function LeavePath({ slug, deadline, words, failure }: LeavePathProps) {
  const { busy, problem, run } = useRefreshingCall(failure);
  const comeBack = async () => {
    await api.paths.startPath.mutate({ slug });
    if (deadline !== null) await api.paths.setPathDeadline.mutate({ slug, date: deadline });
  };
  const back = { label: words.undo, run: () => void run(comeBack) };
  const leave = () =>
    run(
      () => api.paths.leavePath.mutate({ slug }),
      () => showToast(words.left, back),
    );
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => void leave()}>
        {words.leave}
      </Button>
      <CallProblem text={problem} />
    </>
  );
}
