"use client";
import type { UserActor } from "@tidao/access";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { Checkbox } from "@tidao/ui/checkbox";
import { Select } from "@tidao/ui/select";
import { TextField } from "@tidao/ui/text-field";
import { showToast } from "@tidao/ui/toast";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState, useSyncExternalStore } from "react";
import { api } from "../../api";
import { problemText } from "../../problem-text";

interface PreferencesFormProps {
  locale: Locale;
  preferences: Pick<UserActor, "name" | "locale" | "zone" | "theme" | "motion" | "asksConfidence">;
  zones: string[];
  words: Messages["account"];
  themes: Messages["app"]["theme"];
  languages: Messages["app"]["language"];
  offline: string;
}

const nothingToWatch = () => () => {};
const zoneOfDevice = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function PreferencesForm({
  locale,
  preferences,
  zones,
  words,
  themes,
  languages,
  offline,
}: PreferencesFormProps) {
  const router = useRouter();
  const [wanted, setWanted] = useState(preferences);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const here = useSyncExternalStore(nothingToWatch, zoneOfDevice, () => preferences.zone);
  const change = (part: Partial<typeof wanted>) => setWanted((before) => ({ ...before, ...part }));

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await api.account.updatePreferences.mutate(wanted);
      // another language is another document; colours and the name in the header come with this one's next rendering
      if (wanted.locale !== locale) return window.location.assign(`/${wanted.locale}/account`);
      showToast(words.saved);
      router.refresh();
      setBusy(false);
    } catch (error) {
      setProblem(problemText(error, { locale, offline }));
      setBusy(false);
    }
  };
  return (
    <form className="grid gap-5" onSubmit={(event) => void save(event)}>
      <TextField
        label={words.name}
        value={wanted.name}
        maxLength={80}
        required
        pattern=".*\S.*"
        autoComplete="name"
        onChange={(e) => change({ name: e.target.value })}
      />
      <Select
        label={words.language}
        value={wanted.locale}
        onChange={(e) => change({ locale: e.target.value as Locale })}
      >
        <option value="zh" lang="zh">
          {languages.zh}
        </option>
        <option value="en" lang="en">
          {languages.en}
        </option>
      </Select>
      <div className="grid gap-2">
        <Select
          label={words.zone}
          hint={words.zoneHint}
          value={wanted.zone}
          onChange={(e) => change({ zone: e.target.value })}
        >
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
        {here !== wanted.zone && zones.includes(here) && (
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {formatMessage(locale, words.zoneHere, { zone: here })}
            <Button variant="quiet" size="small" onClick={() => change({ zone: here })}>
              {words.zoneTake}
            </Button>
          </p>
        )}
      </div>
      <Select
        label={words.theme}
        value={wanted.theme}
        onChange={(e) => change({ theme: e.target.value as typeof wanted.theme })}
      >
        {(["system", "light", "dark"] as const).map((theme) => (
          <option key={theme} value={theme}>
            {themes[theme]}
          </option>
        ))}
      </Select>
      <Select
        label={words.motion.label}
        value={wanted.motion}
        onChange={(e) => change({ motion: e.target.value as typeof wanted.motion })}
      >
        {(["system", "reduce"] as const).map((motion) => (
          <option key={motion} value={motion}>
            {words.motion[motion]}
          </option>
        ))}
      </Select>
      <Checkbox
        label={words.confidence}
        hint={words.confidenceHint}
        checked={wanted.asksConfidence}
        onChange={(e) => change({ asksConfidence: e.target.checked })}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.saving : words.save}
        </Button>
        <p role="alert" className="text-sm text-wrong">
          {problem}
        </p>
      </div>
    </form>
  );
}
