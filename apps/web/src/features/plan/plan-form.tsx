"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Disclosure } from "@tidao/ui/disclosure";
import { SelectBox } from "@tidao/ui/select";
import { TextField } from "@tidao/ui/text-field";
import { showProblem, showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { api } from "../../api";
import type { ApiData } from "../../api-data";
import { problemText } from "../../problem-text";

type Setting = NonNullable<ApiData["plan"]["getPlan"]["setting"]>;
interface PlanFormProps {
  setting: Setting | null;
  topics: { slug: string; title: string }[];
  /** The first and the last date that a plan can have. */
  dates: { first: string; last: string };
  /** Monday first. */
  weekdays: string[];
  locale: Locale;
  words: Messages["plan"];
  offline: string;
}
const usual = 2;
const usualMinutes = 30;
const steps = ["none", "little", "usual", "more"] as const;

/** Date, minutes, days off and weights: what a plan is made from, and made anew from. */
export function PlanForm({ setting, topics, dates, weekdays, locale, words, offline }: PlanFormProps) {
  const router = useRouter();
  const texts = words.setUp;
  const [date, setDate] = useState(setting && setting.date >= dates.first ? setting.date : "");
  const [minutes, setMinutes] = useState(String(setting?.minutesADay ?? usualMinutes));
  const [daysOff, setDaysOff] = useState<number[]>(setting?.daysOff ?? []);
  const [weights, setWeights] = useState<Record<string, number>>(setting?.weights ?? {});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const changed = Object.values(weights).filter((weight) => weight !== usual).length;

  const restore = (before: Setting) => {
    const failed = (error: unknown) => showProblem(problemText(error, { locale, offline }));
    api.plan.setPlan.mutate(before).then(() => router.refresh(), failed);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const kept = Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight !== usual));
    try {
      await api.plan.setPlan.mutate({ date, minutesADay: Number(minutes), daysOff, weights: kept });
      if (setting && setting.date >= dates.first)
        showToast(texts.saved, { label: words.undo, run: () => restore(setting) });
      else showToast(texts.made);
      router.refresh();
      window.scrollTo({ top: 0 });
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="grid gap-5" onSubmit={(event) => void save(event)}>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={texts.date}
          hint={texts.dateHint}
          type="date"
          required
          min={dates.first}
          max={dates.last}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <TextField
          label={texts.minutes}
          hint={texts.minutesHint}
          type="number"
          inputMode="numeric"
          required
          min={5}
          max={480}
          step={1}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="field-label mb-2">{texts.daysOff}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {weekdays.map((name, index) => {
            const day = index + 1;
            const off = daysOff.includes(day);
            return (
              <Checkbox
                key={name}
                label={name}
                checked={off}
                // a week without a day of work is not a plan
                disabled={!off && daysOff.length === 6}
                onChange={() => setDaysOff(off ? daysOff.filter((other) => other !== day) : [...daysOff, day])}
              />
            );
          })}
        </div>
      </fieldset>
      <Disclosure
        summary={
          <span className="flex flex-wrap gap-x-3">
            {texts.weights}
            <span className="text-muted">{formatMessage(locale, texts.changed, { count: changed })}</span>
          </span>
        }
      >
        <div className="grid gap-3 pt-3">
          <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
            {texts.weightsHint}
            {changed > 0 && (
              <Button variant="quiet" size="small" onClick={() => setWeights({})}>
                {texts.reset}
              </Button>
            )}
          </p>
          <ul className="grid gap-x-8 gap-y-2 md:grid-cols-2">
            {topics.map(({ slug, title }) => (
              <li key={slug} className="flex items-center justify-between gap-3 text-sm">
                <span className="min-w-0">{title}</span>
                <span className="w-32 shrink-0">
                  <SelectBox
                    aria-label={formatMessage(locale, texts.weightOf, { topic: title })}
                    value={weights[slug] ?? usual}
                    onChange={(event) => setWeights({ ...weights, [slug]: Number(event.target.value) })}
                  >
                    {steps.map((step, weight) => (
                      <option key={step} value={weight}>
                        {texts.steps[step]}
                      </option>
                    ))}
                  </SelectBox>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Disclosure>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? texts.making : setting ? texts.save : texts.make}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </form>
  );
}
