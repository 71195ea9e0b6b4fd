"use client";
import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { SelectBox } from "@tidao/ui/select";
import type { DraftItem } from "./draft-items";

interface VersionFieldProps {
  item: DraftItem;
  label: string;
  words: Pick<Messages["teach"]["set"], "latest" | "pinned" | "pinnedOld" | "pinNewest">;
  locale: Locale;
  onChange: (pin: DraftItem["pin"]) => void;
}

/** Follow the newest version, or stay on one. */
export function VersionField({ item: { pin, newest }, label, words, locale, onChange }: VersionFieldProps) {
  const say = (sentence: string, params: Record<string, number>) => formatMessage(locale, sentence, params);
  const isOld = pin !== null && newest !== null && newest.versionId !== pin.versionId;
  const choices = [pin, isOld || !pin ? newest : null].filter((choice) => choice !== null);
  const nameOf = (choice: { versionId: string; number: number }) => {
    if (choice.versionId !== pin?.versionId)
      return say(isOld ? words.pinNewest : words.pinned, { number: choice.number });
    return isOld
      ? say(words.pinnedOld, { number: pin.number, newest: newest.number })
      : say(words.pinned, { number: pin.number });
  };
  return (
    <SelectBox
      aria-label={label}
      className="input-small"
      value={pin?.versionId ?? ""}
      onChange={(event) => onChange(choices.find((choice) => choice.versionId === event.target.value) ?? null)}
    >
      <option value="">{words.latest}</option>
      {choices.map((choice) => (
        <option key={choice.versionId} value={choice.versionId}>
          {nameOf(choice)}
        </option>
      ))}
    </SelectBox>
  );
}
