"use client";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { showProblem } from "@tidao/ui/toast";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

/** Ends this session too, so what follows is a new document for nobody. */
export function SignOutEverywhere({ label, locale, offline }: { label: string; locale: Locale; offline: string }) {
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    try {
      await api.account.signOutEverywhere.mutate({});
      window.location.assign(`/${locale}/sign-in`);
    } catch (error) {
      showProblem(problemText(error, { locale, offline }));
      setBusy(false);
    }
  };
  return (
    <Button variant="danger" size="small" busy={busy} onClick={() => void leave()}>
      {label}
    </Button>
  );
}
