"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { api } from "../../api";
import { type FieldProblem, fieldProblem } from "./field-problem";

interface ChangePasswordProps {
  locale: Locale;
  email: string;
  words: Messages["account"]["password"];
  hint: string;
  offline: string;
}

export function ChangePasswordForm({ locale, email, words, hint, offline }: ChangePasswordProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  useEffect(() => {
    if (problem?.field) form.current?.querySelector<HTMLInputElement>(`[name=${problem.field}]`)?.focus();
  }, [problem]);

  const change = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const input = {
        current: String(given.get("current")),
        next: String(given.get("next")),
        endOthers: given.has("endOthers"),
      };
      const { ended } = await api.account.changePassword.mutate(input);
      form.current?.reset();
      showToast(formatMessage(locale, words.changed, { count: ended }));
      router.refresh();
    } catch (error) {
      setProblem(fieldProblem(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  const errorAt = (field: FieldProblem["field"]) => (problem?.field === field ? problem.text : undefined);
  return (
    <form ref={form} className="grid gap-5" onSubmit={(event) => void change(event)}>
      {/* password managers file the new password under it */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={words.current}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={errorAt("current")}
      />
      <TextField
        label={words.next}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        hint={hint}
        error={errorAt("next")}
      />
      <Checkbox name="endOthers" label={words.endOthers} hint={words.endOthersHint} defaultChecked />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.changing : words.change}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {errorAt(null)}
        </p>
      </div>
    </form>
  );
}
