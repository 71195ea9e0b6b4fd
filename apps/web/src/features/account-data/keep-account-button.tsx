"use client";
import { Button } from "@tidao/ui/button";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";
import type { Failure } from "./delete-account";

/** Takes the deletion back at one press. */
export function KeepAccountButton({ label, done, failure }: { label: string; done: string; failure: Failure }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    try {
      await api.accountData.cancelDeletion.mutate({});
      showToast(done);
      router.refresh();
    } catch (error) {
      showProblem(problemText(error, failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void keep()}>
      {label}
    </Button>
  );
}
