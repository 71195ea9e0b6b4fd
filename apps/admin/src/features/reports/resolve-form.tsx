"use client";
import type { Messages } from "@tidao/i18n";
import { errorMessage } from "@tidao/i18n/error-message";
import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import { Button } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { TextArea } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { api } from "../../api";

interface ResolveFormProps {
  reportId: string;
  words: Pick<
    Messages["reports"],
    "replyText" | "replyHint" | "replyMissing" | "answer" | "dismiss" | "sent" | "dismissed"
  >;
  locale: Locale;
  offline: string;
  error: string;
}

/** Answers a report, or dismisses it with or without a word. */
export function ResolveForm({ reportId, words, locale, offline, error }: ResolveFormProps) {
  const router = useRouter();
  const [reply, setReply] = useState("");
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const resolve = async (state: "answered" | "dismissed") => {
    const empty = state === "answered" && !reply.trim();
    setMissing(empty);
    if (empty) return form.current?.querySelector("textarea")?.focus();
    setBusy(true);
    setProblem(null);
    try {
      await api.reports.resolveReport.mutate({ reportId, state, reply: reply.trim() });
      showToast(state === "answered" ? words.sent : words.dismissed);
      router.refresh();
    } catch (failure) {
      const { code, params, offline: isOffline } = apiProblem(failure);
      setProblem(isOffline ? offline : errorMessage(locale, code, params));
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void resolve("answered");
      }}
    >
      <TextArea
        label={words.replyText}
        hint={words.replyHint}
        error={missing ? words.replyMissing : undefined}
        value={reply}
        maxLength={2000}
        className="min-h-24!"
        onChange={(event) => {
          setReply(event.target.value);
          setMissing(false);
        }}
      />
      {problem && (
        <Notice kind="error" word={error} live>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {words.answer}
        </Button>
        <Button busy={busy} onClick={() => void resolve("dismissed")}>
          {words.dismiss}
        </Button>
      </div>
    </form>
  );
}
