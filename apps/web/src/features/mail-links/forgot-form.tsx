"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { TextField } from "@tidao/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface ForgotFormProps {
  locale: Locale;
  words: Messages["links"]["forgot"];
  email: string;
  working: string;
  notice: string;
  offline: string;
}

/** Says the same whether there is such an account or not. */
export function ForgotForm({ locale, words, email, working, notice, offline }: ForgotFormProps) {
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get("email"));
    setBusy(true);
    setProblem(null);
    try {
      await api.account.requestPasswordReset.mutate({ email: address });
      setSentTo(address);
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  if (sentTo !== null)
    return (
      <Notice
        kind="info"
        word={notice}
        title={words.sentTitle}
        live
        action={
          <Button size="small" onClick={() => setSentTo(null)}>
            {words.other}
          </Button>
        }
      >
        <p className="wrap-anywhere">{formatMessage(locale, words.sent, { email: sentTo })}</p>
      </Notice>
    );
  return (
    <form className="grid gap-5" onSubmit={(event) => void send(event)}>
      <TextField
        label={email}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? working : words.submit}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </form>
  );
}
