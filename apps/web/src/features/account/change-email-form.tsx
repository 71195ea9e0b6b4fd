"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { TextField } from "@tidao/ui/text-field";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { api } from "../../api";
import { type FieldProblem, fieldProblem } from "./field-problem";

interface ChangeEmailProps {
  locale: Locale;
  words: Messages["account"]["changeEmail"];
  currentPassword: string;
  offline: string;
}

/** Asks a new address; the page then says that it waits for it. */
export function ChangeEmailForm({ locale, words, currentPassword, offline }: ChangeEmailProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  useEffect(() => {
    if (problem?.field) form.current?.querySelector<HTMLInputElement>(`[name=${problem.field}]`)?.focus();
  }, [problem]);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      await api.account.requestEmailChange.mutate({
        email: String(given.get("email")),
        password: String(given.get("current")),
      });
      router.refresh();
    } catch (error) {
      setProblem(fieldProblem(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  const errorAt = (field: FieldProblem["field"]) => (problem?.field === field ? problem.text : undefined);
  return (
    <form ref={form} className="grid gap-5" onSubmit={(event) => void send(event)}>
      <TextField
        label={words.next}
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={words.hint}
        error={errorAt("email")}
      />
      <TextField
        label={currentPassword}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={errorAt("current")}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.sending : words.submit}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {errorAt(null)}
        </p>
      </div>
    </form>
  );
}
