"use client";
import { Button } from "@tidao/ui/button";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import type { Reviews } from "./today-card";
import { type Failure, useRefreshingCall } from "../../use-refreshing-call";

interface FittingButtonProps {
  settings: Reviews["settings"];
  /** Whether the curve is to be fitted from now on. */
  wanted: boolean;
  label: string;
  done: string;
  failure: Failure;
}

export function FittingButton({ settings, wanted, label, done, failure }: FittingButtonProps) {
  const { busy, problem, run } = useRefreshingCall(failure);
  const change = () => api.reviews.updateSettings.mutate({ ...settings, fitting: wanted, reschedule: false });
  return (
    <>
      <Button busy={busy} size="small" onClick={() => void run(change, () => showToast(done))}>
        {label}
      </Button>
      <span role="alert" className="text-sm text-wrong">
        {problem}
      </span>
    </>
  );
}
