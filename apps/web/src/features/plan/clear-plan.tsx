"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { problemText } from "../../problem-text";

interface ClearPlanProps {
  setting: NonNullable<ApiData["plan"]["getPlan"]["setting"]>;
  /** A plan whose date has come cannot be set again. */
  undoable: boolean;
  locale: Locale;
  words: Pick<Messages["plan"], "clear" | "cleared" | "restored" | "undo">;
  offline: string;
}

export function ClearPlan({ setting, undoable, locale, words, offline }: ClearPlanProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = (call: () => Promise<unknown>, after: () => void) =>
    call().then(
      () => {
        after();
        router.refresh();
      },
      (error: unknown) => showProblem(problemText(error, { locale, offline })),
    );
  const restore = () =>
    void run(
      () => api.plan.setPlan.mutate(setting),
      () => showToast(words.restored),
    );
  const clear = async () => {
    setBusy(true);
    await run(
      () => api.plan.clearPlan.mutate({}),
      () => showToast(words.cleared, undoable ? { label: words.undo, run: restore } : undefined),
    );
    setBusy(false);
  };
  return (
    <Button variant="quiet" busy={busy} onClick={() => void clear()}>
      {words.clear}
    </Button>
  );
}
