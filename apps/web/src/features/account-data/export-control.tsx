"use client";
import type { Messages } from "@tidao/i18n";
import { formatInstant, formatNumber, formatPercent } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import { Button } from "@tidao/ui/button";
import { ProgressLine } from "@tidao/ui/meter";
import { Notice } from "@tidao/ui/notice";
import { useEffect, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { problemText } from "../../problem-text";

type Export = ApiData["accountData"]["getExport"]["export"];
interface ExportControlProps {
  initial: Export;
  words: Messages["accountData"]["export"];
  error: string;
  failure: { locale: "zh" | "en"; zone: string; offline: string };
}
const everyMs = 1500;
const underWay = (file: Export) => file?.state === "waiting" || file?.state === "running";

/** Asks again while the file is made; the page as loaded already says how far it is. */
export function ExportControl({ initial, words, error, failure }: ExportControlProps) {
  const { locale, zone } = failure;
  const [file, setFile] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!underWay(file)) return;
    const timer = setTimeout(() => {
      api.accountData.getExport
        .query({})
        .then((state) => setFile(state.export))
        // a network that is away for a moment is asked again
        .catch(() => setFile((before) => before && { ...before }));
    }, everyMs);
    return () => clearTimeout(timer);
  }, [file]);

  const request = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setFile((await api.accountData.requestExport.mutate({})).export);
    } catch (thrown) {
      setProblem(problemText(thrown, failure));
    } finally {
      setBusy(false);
    }
  };
  const at = (instant: string | null) => (instant ? formatInstant(locale, instant, zone) : "");
  const ready = file?.state === "ready" ? file : null;
  return (
    <div className="grid gap-4">
      {file?.state === "failed" && (
        <Notice kind="error" word={error}>
          {words.failed}
        </Notice>
      )}
      <div aria-live="polite" className="grid gap-3">
        {file && underWay(file) && (
          <>
            <p className="tabular-nums">
              {file.state === "waiting"
                ? words.waiting
                : formatMessage(locale, words.running, { percent: formatPercent(locale, file.progress) })}{" "}
              <span className="text-muted">{words.mayLeave}</span>
            </p>
            <ProgressLine label={words.progress} value={Math.round(file.progress * 100)} max={100} />
          </>
        )}
        {ready && (
          <p className="grid gap-1">
            <strong className="font-semibold">
              {formatMessage(locale, words.ready, { time: at(ready.finishedAt) })}
            </strong>
            <span className="text-sm text-muted">
              {formatMessage(locale, words.expires, { time: at(ready.expiresAt) })}{" "}
              {ready.againFrom && formatMessage(locale, words.againFrom, { time: at(ready.againFrom) })}
            </span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {ready && (
          <a className="button button-primary" href={`/api/account/export/${ready.id}`} download>
            {formatMessage(locale, words.download, { size: sizeText(ready.bytes, locale, words) })}
          </a>
        )}
        {!underWay(file) && !ready?.againFrom && (
          <Button variant={ready ? "secondary" : "primary"} busy={busy} onClick={() => void request()}>
            {ready ? words.again : words.request}
          </Button>
        )}
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </div>
  );
}

function sizeText(bytes: number, locale: "zh" | "en", words: ExportControlProps["words"]): string {
  return bytes < 1e6
    ? formatMessage(locale, words.kilobytes, { size: formatNumber(locale, Math.max(1, Math.round(bytes / 1000))) })
    : formatMessage(locale, words.megabytes, { size: formatNumber(locale, bytes / 1e6, 1) });
}
