"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button, LinkButton } from "@tidao/ui/button";
import { Notice } from "@tidao/ui/notice";
import { TextField } from "@tidao/ui/text-field";
import { type SubmitEvent, useState } from "react";
import type { ApiData } from "../../api-data";
import { api } from "../../api";
import { problemText } from "../../problem-text";

type Found = ApiData["classes"]["previewClass"];
interface JoinFormProps {
  locale: Locale;
  /** From a link: the class is shown at once. */
  code?: string;
  found?: Found | null;
  words: Messages["classes"]["join"];
  done: string;
  offline: string;
}

/** Code, then the class that it stands for, then in: nobody joins what they did not mean. */
export function JoinForm({ locale, code: given = "", found: first = null, words, done, offline }: JoinFormProps) {
  const [code, setCode] = useState(given);
  const [found, setFound] = useState<Found | null>(first);
  const [joined, setJoined] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void during(async () => {
      if (!found) return setFound(await api.classes.previewClass.query({ code }));
      setFound(await api.classes.joinClass.mutate({ code }));
      setJoined(true);
    });
  };
  const member = joined || found?.member;
  if (found && member)
    return (
      <div className="grid justify-items-start gap-5">
        <Notice kind="success" word={done} live>
          {joined ? formatMessage(locale, words.joined, { name: found.name }) : words.already}
        </Notice>
        <LinkButton variant="primary" href={`/${locale}/assignments`}>
          {words.toAssignments}
        </LinkButton>
      </div>
    );
  return (
    <form className="grid justify-items-start gap-5" onSubmit={submit}>
      {found ? (
        <div className="grid gap-1">
          <p className="text-muted">{words.found}</p>
          <p className="text-xl font-semibold">{found.name}</p>
          <p>{formatMessage(locale, words.taughtBy, { name: found.instructor })}</p>
          <p className="mt-2 text-sm text-muted">{words.sees}</p>
          <p role="alert" className="text-sm text-wrong">
            {problem}
          </p>
        </div>
      ) : (
        <TextField
          label={words.code}
          hint={words.codeHint}
          error={problem}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
          maxLength={400}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-lg uppercase"
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          {found ? (busy ? words.joining : words.submit) : busy ? words.looking : words.look}
        </Button>
        {found && (
          <Button variant="quiet" onClick={() => setFound(null)}>
            {words.other}
          </Button>
        )}
      </div>
    </form>
  );
}
