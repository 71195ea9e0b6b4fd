"use client";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { TextField } from "@tidao/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import { CallProblem, useRefreshingCall } from "../../use-refreshing-call";

interface DeadlineFormProps {
  slug: string;
  date: string | null;
  /** The learner's today, YYYY-MM-DD. */
  today: string;
  words: Pick<Messages["paths"]["deadline"], "label" | "hint" | "save" | "remove">;
  failure: { locale: Locale; offline: string };
}

export function DeadlineForm({ slug, date, today, words, failure }: DeadlineFormProps) {
  const { busy, problem, run } = useRefreshingCall(failure);
  const [day, setDay] = useState(date ?? "");
  const set = (chosen: string | null) => run(() => api.paths.setPathDeadline.mutate({ slug, date: chosen }));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void set(day);
  };
  return (
    <form className="grid max-w-md gap-3 py-3" onSubmit={onSubmit}>
      <TextField
        type="date"
        label={words.label}
        hint={words.hint}
        required
        min={today}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={busy}>
          {words.save}
        </Button>
        {date !== null && (
          <Button variant="quiet" busy={busy} onClick={() => void set(null)}>
            {words.remove}
          </Button>
        )}
        <CallProblem text={problem} />
      </div>
    </form>
  );
}
