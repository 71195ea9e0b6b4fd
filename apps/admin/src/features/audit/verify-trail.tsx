"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { useState } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface VerifyTrailProps {
  words: Pick<Messages["admin"]["audit"], "verify" | "whole" | "broken">;
  notices: Messages["app"]["notice"];
  offline: string;
  locale: Locale;
}
type Found = { kind: "success" | "error"; text: string };

/** Walks the chain of hashes on the server and says whether it holds. */
export function VerifyTrail({ words, notices, offline, locale }: VerifyTrailProps) {
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const verify = async () => {
    setBusy(true);
    setFound(undefined);
    try {
      const { broken } = await api.audit.verifyTrail.query({});
      setFound(
        broken === null
          ? { kind: "success", text: words.whole }
          : { kind: "error", text: formatMessage(locale, words.broken, { id: broken }) },
      );
    } catch (failure) {
      setFound({ kind: "error", text: problemText(failure, { locale, offline }) });
    }
    setBusy(false);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <Button size="small" busy={busy} onClick={() => void verify()}>
        {words.verify}
      </Button>
      {found && (
        <Notice kind={found.kind} word={notices[found.kind]} live>
          {found.text}
        </Notice>
      )}
    </div>
  );
}
