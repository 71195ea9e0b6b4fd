"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Icon } from "@tidao/ui/icon";
import { Notice } from "@tidao/ui/notice";
import { describeProblem } from "../../../problem-text";
import { useSetDraft } from "./set-draft";

interface SaveStatusProps {
  words: Messages["teach"]["set"];
  notice: { warning: string; error: string };
  locale: Locale;
  offline: string;
}

/** Whether what is seen is stored; what to do where it is not. */
export function SaveStatus({ words, notice, locale, offline }: SaveStatusProps) {
  const { state, saveNow, saveOver } = useSetDraft();
  if (state.kind === "elsewhere")
    return (
      <Notice
        kind="warning"
        word={notice.warning}
        live
        action={
          <span className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => window.location.reload()}>
              {words.takeOther}
            </Button>
            <Button size="small" onClick={saveOver}>
              {words.keepMine}
            </Button>
          </span>
        }
      >
        {words.elsewhere}
      </Notice>
    );
  if (state.kind === "failed")
    return (
      <Notice
        kind="error"
        word={notice.error}
        live
        action={
          <Button size="small" onClick={saveNow}>
            {words.retry}
          </Button>
        }
      >
        {formatMessage(locale, words.failed, { problem: describeProblem(state.problem, { locale, offline }) })}
      </Notice>
    );
  const texts = { saved: words.saved, waiting: words.unsaved, saving: words.saving };
  return (
    <p className="flex items-center gap-1.5 text-sm text-muted" role="status">
      {state.kind === "saved" && <Icon name="check" size={14} />}
      {texts[state.kind]}
    </p>
  );
}
