"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Select } from "@tidao/ui/select";
import { showToast } from "@tidao/ui/toast";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { problemText } from "../../problem-text";

type Choices = ApiData["account"]["getNotifications"];

interface NotificationFormProps {
  locale: Locale;
  choices: Choices;
  words: Messages["account"]["notifications"];
  hourHint: string;
  save: Pick<Messages["account"], "save" | "saving" | "saved">;
  offline: string;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const kinds = ["dueReviews", "assignmentOpened", "assignmentDue"] as const;

/** What the one daily mail may be about, and from which hour it may come. */
export function NotificationForm({ locale, choices, words, hourHint, save, offline }: NotificationFormProps) {
  const [wanted, setWanted] = useState(choices);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<Choices>) => setWanted((before) => ({ ...before, ...part }));

  const store = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await api.account.updateNotifications.mutate(wanted);
      showToast(save.saved);
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="grid gap-5" onSubmit={(event) => void store(event)}>
      <div className="grid gap-3">
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={words[kind]}
            checked={wanted[kind]}
            onChange={(event) => change({ [kind]: event.target.checked })}
          />
        ))}
      </div>
      <Select
        label={words.hour}
        hint={hourHint}
        value={wanted.localHour}
        onChange={(event) => change({ localHour: Number(event.target.value) })}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>{`${String(hour).padStart(2, "0")}:00`}</option>
        ))}
      </Select>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? save.saving : save.save}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </form>
  );
}
