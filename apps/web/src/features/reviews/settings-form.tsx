"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import { formatNumber, formatPercent } from "@tidao/i18n/format";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Field } from "@tidao/ui/field";
import { Select } from "@tidao/ui/select";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import type { SubmitEvent } from "react";
import { useId, useState } from "react";
import { api } from "../../api";
import type { Reviews } from "./today-card";
import { type Failure, useRefreshingCall } from "../../use-refreshing-call";
import { useSettingsPreview } from "./use-settings-preview";

type Settings = Reviews["settings"];
interface SettingsFormProps {
  settings: Settings;
  /** Monday first. */
  weekdays: string[];
  words: Messages["reviews"]["settings"];
  failure: Failure;
}
const weights = [1, 0.5, 0] as const;

/** Retention, limit, easy days; what a change would do is said before it is made. */
export function SettingsForm({ settings, weekdays, words, failure }: SettingsFormProps) {
  const { locale } = failure;
  const [chosen, setChosen] = useState({ ...settings, reschedule: false });
  // the curve is chosen elsewhere on the page
  const wanted = { ...chosen, fitting: settings.fitting };
  const { busy, problem, run } = useRefreshingCall(failure);
  const preview = useSettingsPreview(wanted, settings);
  const slider = useId();
  const change = (part: Partial<typeof chosen>) => setChosen((before) => ({ ...before, ...part }));
  const minutes = (value: number) => formatNumber(locale, value, value < 10 ? 1 : 0);

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void run(
      () => api.reviews.updateSettings.mutate(wanted),
      () => {
        change({ reschedule: false });
        showToast(words.saved);
      },
    );
  };
  const share = formatPercent(locale, wanted.desiredRetention);
  return (
    <form className="grid gap-5" onSubmit={save}>
      <Field
        id={slider}
        label={words.retention}
        note={formatMessage(locale, words.retentionValue, { share })}
        hint={words.retentionHint}
      >
        <input
          id={slider}
          type="range"
          className="slider"
          min={70}
          max={97}
          step={1}
          value={Math.round(wanted.desiredRetention * 100)}
          aria-valuetext={share}
          aria-describedby={`${slider}-hint`}
          onChange={(e) => change({ desiredRetention: Number(e.target.value) / 100 })}
        />
      </Field>
      <Checkbox
        label={words.reschedule}
        hint={words.rescheduleHint}
        checked={wanted.reschedule}
        onChange={(e) => change({ reschedule: e.target.checked })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={words.daily}
          hint={words.dailyHint}
          type="number"
          min={1}
          max={1000}
          required
          value={wanted.dailyReviews || ""}
          onChange={(e) => change({ dailyReviews: Math.round(Number(e.target.value)) })}
        />
        <TextField
          label={words.dailyNew}
          hint={words.dailyNewHint}
          type="number"
          min={0}
          max={200}
          required
          value={wanted.dailyNew}
          onChange={(e) => change({ dailyNew: Math.round(Number(e.target.value)) })}
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="field-label">{words.easyDays}</legend>
        <p className="field-hint">{words.easyHint}</p>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {weekdays.map((weekday, index) => (
            <Select
              key={weekday}
              label={weekday}
              value={wanted.easyDays[index]}
              onChange={(e) =>
                change({
                  easyDays: wanted.easyDays.map((weight, at) => (at === index ? weightOf(e.target.value) : weight)),
                })
              }
            >
              {weights.map((weight) => (
                <option key={weight} value={weight}>
                  {{ 1: words.weights.normal, 0.5: words.weights.half, 0: words.weights.free }[weight]}
                </option>
              ))}
            </Select>
          ))}
        </div>
      </fieldset>
      <p role="status" className="min-h-6 text-sm">
        {preview &&
          formatMessage(locale, words.preview, {
            dueBefore: preview.before.dueToday,
            dueAfter: preview.after.dueToday,
            minutesBefore: minutes(preview.before.minutesADay),
            minutesAfter: minutes(preview.after.minutesADay),
          })}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" busy={busy}>
          {busy ? words.saving : words.save}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </form>
  );
}

const weightOf = (text: string): (typeof weights)[number] => weights.find((weight) => String(weight) === text) ?? 1;
