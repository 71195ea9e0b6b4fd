import type { Locale } from "@tidao/kernel";
import * as en from "./messages/en";
import * as zh from "./messages/zh";
import type { Translation } from "./translation";

/** With the English sentences as literal types: give this to next-intl's `AppConfig`, which then checks keys and arguments. */
export type EnglishMessages = typeof en;
export type Messages = Translation<EnglishMessages>;
export type Namespace = keyof Messages;
export type PlayerLabels = Messages["player"];

// spread: a module object has no prototype, and React refuses to send such an object to the browser
export const messages: Record<Locale, Messages> = { zh: { ...zh }, en: { ...en } };

/** What a page sends to the browser: only the namespaces that its client components read. */
export function pickMessages<N extends Namespace>(locale: Locale, namespaces: readonly N[]): Pick<Messages, N> {
  const all = messages[locale];
  return Object.fromEntries(namespaces.map((name) => [name, all[name]])) as Pick<Messages, N>;
}

export const playerLabels = (locale: Locale): PlayerLabels => messages[locale].player;

/** The player's words for who reads somebody else's answer. */
export function learnerWorkLabels(locale: Locale): PlayerLabels {
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
