"use client";
import type { Messages } from "@tidao/i18n";
import { formatDuration } from "@tidao/i18n/format";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { totals } from "./draft-items";
import { useSetDraft } from "./set-draft";

export interface TotalWords {
  total: string;
  questions: Messages["teach"]["questions"];
  points: Messages["teach"]["points"];
}

/** How much the set asks for. */
export function SetTotals({ words, locale }: { words: TotalWords; locale: Locale }) {
  const { questions, points, seconds } = totals(useSetDraft().draft);
  return formatMessage(locale, words.total, {
    questions: formatMessage(locale, words.questions, { count: questions }),
    points: formatMessage(locale, words.points, { points }),
    time: formatDuration(locale, seconds),
  });
}
