"use client";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

type Act = "resendVerification" | "mailOwnPasswordLink" | "cancelEmailChange";

/** Does one thing to one's own account and says that it is done. */
export function AccountButton({
  act,
  label,
  done,
  locale,
  offline,
}: {
  act: Act;
  label: string;
  done: string;
  locale: Locale;
  offline: string;
}) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await api.account[act].mutate({});
      showToast(done);
      router.refresh();
    } catch (error) {
      showProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" busy={busy} onClick={() => void run()}>
      {label}
    </Button>
  );
}
