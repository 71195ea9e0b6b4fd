"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { PasswordField } from "@tidao/ui/password-field";
import { showToast } from "@tidao/ui/toast";
import { api } from "../../api";
import { useFieldForm } from "./use-field-form";

interface ChangePasswordProps {
  locale: Locale;
  email: string;
  words: Messages["account"]["password"];
  hint: string;
  showTyped: string;
  offline: string;
}

export function ChangePasswordForm({ locale, email, words, hint, showTyped, offline }: ChangePasswordProps) {
  const { form, busy, errorAt } = useFieldForm({ locale, offline }, async (given, sent) => {
    const { ended } = await api.account.changePassword.mutate({
      current: String(given.get("current")),
      next: String(given.get("next")),
      endOthers: given.has("endOthers"),
    });
    sent.reset();
    showToast(formatMessage(locale, words.changed, { count: ended }));
  });
  return (
    <form {...form} className="grid gap-5">
      {/* password managers file the new password under it */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={words.current}
        name="current"
        show={showTyped}
        autoComplete="current-password"
        required
        error={errorAt("current")}
      />
      <PasswordField
        label={words.next}
        name="next"
        show={showTyped}
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
