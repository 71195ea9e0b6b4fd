"use client";
import type { Locale } from "@tidao/kernel";
import { Button, LinkButton } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

export interface UseLinkWords {
  submit: string;
  working: string;
  success: string;
  doneTitle: string;
  done: string;
  /** Where to go afterwards. */
  next: { href: string; label: string };
}

const uses = {
  verify: (token: string) => api.account.verifyEmail.mutate({ token }),
  confirmEmail: (token: string) => api.account.confirmEmailChange.mutate({ token }),
  undoEmail: (token: string) => api.account.undoEmailChange.mutate({ token }),
  unsubscribe: (token: string) => api.account.unsubscribe.mutate({ token }),
};

export function UseLink({
  page,
  token,
  locale,
  words,
  offline,
}: {
  page: keyof typeof uses;
  token: string;
  locale: Locale;
  words: UseLinkWords;
  offline: string;
}) {
  const [state, setState] = useState<"waiting" | "working" | "done">("waiting");
  const [problem, setProblem] = useState<string | null>(null);
  const use = async () => {
    setState("working");
    setProblem(null);
    try {
      await uses[page](token);
      setState("done");
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
      setState("waiting");
    }
  };
  if (state === "done")
    return (
      <div className="entry-done">
        <Notice
          kind="success"
          word={words.success}
          title={words.doneTitle}
          live
          action={<LinkButton href={words.next.href}>{words.next.label}</LinkButton>}
        >
          <p>{words.done}</p>
        </Notice>
      </div>
    );
  return (
    <div className="grid justify-items-start gap-4">
      <Button variant="primary" busy={state === "working"} onClick={() => void use()}>
        {state === "working" ? words.working : words.submit}
      </Button>
      <p role="alert" className="text-sm text-wrong">
        {problem}
      </p>
    </div>
  );
}
