"use client";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import { CallProblem, useRefreshingCall } from "../../use-refreshing-call";

interface UnskipButtonProps {
  topic: string;
  words: { undo: string; undone: string };
  failure: { locale: Locale; offline: string };
}

export function UnskipButton({ topic, words, failure }: UnskipButtonProps) {
  const { busy, problem, run } = useRefreshingCall(failure);
  const unskip = () =>
    run(
      () => api.placement.unskipTopic.mutate({ topic }),
      () => showToast(words.undone),
    );
  return (
    <>
      <Button variant="quiet" busy={busy} onClick={() => void unskip()}>
        {words.undo}
      </Button>
      <CallProblem text={problem} />
    </>
  );
}
