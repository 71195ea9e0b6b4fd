"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useState } from "react";
import { api } from "../../api";
import { ConfirmDialog } from "./confirm-dialog";
import { JoinCode } from "./join-code";
import { type Failure, useCall } from "./use-call";

interface JoinCardProps {
  classId: string;
  code: string;
  link: string;
  words: Messages["teach"]["room"]["join"];
  cancel: string;
  failure: Failure;
}

/** The code as large as it has to be to be read from the back of a room, and its link. */
export function JoinCard({ classId, code, link, words, cancel, failure }: JoinCardProps) {
  const { busy, problem, run, clear } = useCall(failure);
  const [asking, setAsking] = useState(false);
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text);
      showToast(done);
    } catch {
      showProblem(words.notCopied);
    }
  };
  const renew = () =>
    run(
      () => api.teach.updateClass.mutate({ classId, renewJoinCode: true }),
      () => {
        setAsking(false);
        showToast(words.renewed);
      },
    );
  return (
    <section className="card grid gap-4" aria-labelledby="join">
      <h2 id="join" className="text-lg">
        {words.title}
      </h2>
      <p className="select-all">
        <JoinCode
          code={code}
          className="font-mono text-[clamp(1.625rem,8vw,2.125rem)] leading-tight whitespace-nowrap"
        />
      </p>
      <p className="text-sm text-muted">{words.lead}</p>
      <p className="text-sm break-all select-all">{link}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => void copy(code, words.copiedCode)}>
          <Icon name="copy" size={14} />
          {words.copyCode}
        </Button>
        <Button size="small" onClick={() => void copy(link, words.copiedLink)}>
          <Icon name="copy" size={14} />
          {words.copyLink}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            clear();
            setAsking(true);
          }}
        >
          {words.renew}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.renewTitle}
        confirm={words.renew}
        cancel={cancel}
        busy={busy}
        problem={problem}
        onConfirm={() => void renew()}
      >
        {formatMessage(failure.locale, words.renewBody, { code })}
      </ConfirmDialog>
    </section>
  );
}
