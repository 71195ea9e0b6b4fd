"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { PasswordField } from "@tidao/ui/password-field";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import { useFieldForm } from "./use-field-form";

interface ChangeEmailProps {
  locale: Locale;
  words: Messages["account"]["changeEmail"];
  currentPassword: string;
  showTyped: string;
  offline: string;
}

/** Asks a new address; the page then says that it waits for it. */
export function ChangeEmailForm({ locale, words, currentPassword, showTyped, offline }: ChangeEmailProps) {
  const { form, busy, errorAt } = useFieldForm({ locale, offline }, async (given, sent) => {
    const email = String(given.get("email"));
    await api.account.requestEmailChange.mutate({
      email,
      password: String(given.get("current")),
    });
    sent.reset();
    showToast(formatMessage(locale, words.pending, { email }));
  });
  return (
    <form {...form} className="grid gap-5">
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
      <PasswordField
        label={currentPassword}
        show={showTyped}
        name="current"
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
