import { messages, type PlayerLabels, playerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";

/** The player's words for who reads somebody else's answer; made once, so that a page sends them once. */
export const workLabels: Record<Locale, PlayerLabels> = { zh: labelsIn("zh"), en: labelsIn("en") };

function labelsIn(locale: Locale): PlayerLabels {
  const own = playerLabels(locale);
  const { learnerWork, verdicts } = messages[locale];
  return {
    ...own,
    numeric: { ...own.numeric, ...learnerWork.numeric },
    shortAnswer: { ...own.shortAnswer, ...learnerWork.shortAnswer },
    verdicts: { ...own.verdicts, pending: verdicts.pending },
    feedback: { ...own.feedback, ...learnerWork.feedback },
    marks: { ...own.marks, ...learnerWork.marks },
  };
}
