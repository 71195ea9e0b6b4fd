"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Dialog } from "@tidao/ui/dialog";
import { TextArea } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useRef, useState } from "react";
import { api } from "../../api";
import { dropDraft, keepDraft, readDraft } from "../../kept-draft";
import { newKey } from "../../new-key";
import { problemText } from "../../problem-text";
import { FormButtons } from "../teach/form-buttons";

type Words = Messages["notes"]["report"];
type Kind = keyof Words["kinds"];
interface ReportDialogProps {
  question: { versionId: string; seed: number };
  submissionId: string;
  words: Words & { cancel: string };
  locale: Locale;
  offline: string;
  onClose: () => void;
}

/** Its id goes along: what was closed without an answer of the server and is sent again is the same report. */
interface Draft {
  reportId: string;
  kind: Kind;
  text: string;
  /** It was sent as it is, and may have arrived. */
  tried?: boolean;
}
const draftName = "tidao.report";

/** What is wrong with this question; the version, the variant and the answer go along by themselves. */
export default function ReportDialog({ question, submissionId, words, locale, offline, onClose }: ReportDialogProps) {
  const [draft, setDraft] = useState<Draft>(
    () => readDraft(draftName, submissionId) ?? { reportId: newKey(), kind: "wrong-key", text: "" },
  );
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, tried: false, ...(draft.tried && { reportId: newKey() }), ...part };
    setDraft(changed);
    keepDraft(draftName, submissionId, changed);
  };
  const { reportId, kind } = draft;
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const text = draft.text.trim();
    setMissing(!text);
    if (!text) return area.current?.querySelector("textarea")?.focus();
    setBusy(true);
    setProblem(null);
    const tried = { ...draft, tried: true };
    setDraft(tried);
    keepDraft(draftName, submissionId, tried);
    try {
      const { versionId, seed } = question;
      await api.reports.reportQuestion.mutate({ reportId, versionId, seed, submissionId, kind, text });
      dropDraft(draftName);
      showToast(words.sent);
      onClose();
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={words.title} lead={words.lead}>
      <form noValidate onSubmit={(event) => void send(event)} className="mt-2 grid gap-4">
        <fieldset className="grid">
          <legend className="field-label">{words.kind}</legend>
          {(Object.keys(words.kinds) as Kind[]).map((each) => (
            <label key={each} className="check">
              <input
                type="radio"
                name="kind"
                value={each}
                checked={kind === each}
                onChange={() => change({ kind: each })}
              />
              <span>{words.kinds[each]}</span>
            </label>
          ))}
        </fieldset>
        <div ref={area}>
          <TextArea
            label={words.text}
            hint={words.textHint}
            error={missing ? words.missing : undefined}
            maxLength={2000}
            required
            className="min-h-24!"
            value={draft.text}
            onChange={(event) => {
              setMissing(false);
              change({ text: event.target.value });
            }}
          />
        </div>
        <p role="alert" className={problem ? "text-sm text-wrong" : "sr-only"}>
          {problem}
        </p>
        <FormButtons
          busy={busy}
          submit={words.send}
          submitting={words.sending}
          cancel={words.cancel}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
