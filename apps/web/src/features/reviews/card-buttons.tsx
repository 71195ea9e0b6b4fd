"use client";
import type { Messages } from "@tidao/i18n";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import { type Failure, useRefreshingCall } from "../../use-refreshing-call";

interface CardButtonProps {
  questionId: string;
  words: Messages["reviews"];
  failure: Failure;
}
const Problem = ({ text }: { text: string | null }) => (
  <span role="alert" className="text-sm text-wrong">
    {text}
  </span>
);

export function SetAsideButton({ questionId, words: { leeches }, failure }: CardButtonProps) {
  const { busy, problem, run } = useRefreshingCall(failure);
  const back = () => void run(() => api.reviews.resumeCard.mutate({ questionId }));
  const say = () => showToast(leeches.wasSetAside, { label: leeches.undo, run: back });
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        busy={busy}
        onClick={() => void run(() => api.reviews.suspendCard.mutate({ questionId }), say)}
      >
        {leeches.setAside}
      </Button>
      <Problem text={problem} />
    </>
  );
}

export function TakeUpButton({ questionId, words: { setAside }, failure }: CardButtonProps) {
  const { busy, problem, run } = useRefreshingCall(failure);
  const say = () => showToast(setAside.wasResumed);
  return (
    <>
      <Button
        size="small"
        busy={busy}
        onClick={() => void run(() => api.reviews.resumeCard.mutate({ questionId }), say)}
      >
        {setAside.resume}
      </Button>
      <Problem text={problem} />
    </>
  );
}
