"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import { Button, LinkButton } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { PasswordField } from "@tidao/ui/password-field";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { api } from "../../api";
import { describeProblem } from "../../problem-text";

interface ResetFormProps {
  token: string;
  locale: Locale;
  words: Messages["links"]["reset"];
  working: string;
  success: string;
  hint: string;
  showTyped: string;
  signIn: { href: string; label: string };
  offline: string;
}

export function ResetForm({
  token,
  locale,
  words,
  working,
  success,
  hint,
  showTyped,
  signIn,
  offline,
}: ResetFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<"waiting" | "working" | "done">("waiting");
  const [problem, setProblem] = useState<{ text: string; weak: boolean } | null>(null);
  useEffect(() => {
    if (problem?.weak) form.current?.querySelector<HTMLInputElement>("[name=password]")?.focus();
  }, [problem]);

  const set = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setState("working");
    setProblem(null);
    try {
      await api.account.resetPassword.mutate({ token, password });
      setState("done");
    } catch (error) {
      const failure = apiProblem(error);
      setProblem({ text: describeProblem(failure, { locale, offline }), weak: failure.code === "PASSWORD_TOO_WEAK" });
      setState("waiting");
    }
  };
  if (state === "done")
    return (
      <div className="entry-done">
        <Notice
          kind="success"
          word={success}
          title={words.doneTitle}
          live
          action={
            <LinkButton variant="primary" href={signIn.href}>
              {signIn.label}
            </LinkButton>
          }
        >
          <p>{words.done}</p>
        </Notice>
      </div>
    );
  return (
    <form ref={form} className="grid gap-5" onSubmit={(event) => void set(event)}>
      <PasswordField
        label={words.password}
        show={showTyped}
        name="password"
        autoComplete="new-password"
        required
        hint={hint}
        error={problem?.weak ? problem.text : undefined}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={state === "working"}>
          {state === "working" ? working : words.submit}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem && !problem.weak && problem.text}
        </p>
      </div>
    </form>
  );
}
