"use client";
import type { PlayerLabels } from "@tidao/i18n";
import type { Feedback } from "@tidao/player";
import { SelfTick } from "@tidao/player/self-tick";
import { useState } from "react";
import { api } from "../../api";
import type { Submission } from "./practice-state";

interface SettleTicksProps {
  submissionId: string;
  keyPoints: NonNullable<Feedback["keyPoints"]>;
  labels: PlayerLabels;
  say: (error: unknown) => string;
  onSettled: (submission: Submission) => void;
}

/** The learner's own tick-list settles a pending short answer; pressing twice settles it once. */
export function SettleTicks({ submissionId, keyPoints, labels, say, onSettled }: SettleTicksProps) {
  const [ticked, setTicked] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const settle = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onSettled(await api.practice.tickKeyPoints.mutate({ submissionId, ticked }));
    } catch (error) {
      setProblem(say(error));
      setBusy(false);
    }
  };
  return (
    <>
      <SelfTick
        keyPoints={keyPoints}
        ticked={ticked}
        onChange={setTicked}
        onConfirm={() => void settle()}
        labels={labels}
        pending={busy}
      />
      <p role="alert" className="text-sm text-wrong">
        {problem}
      </p>
    </>
  );
}
