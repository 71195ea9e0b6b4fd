import { formatMessage, type Messages, type MessageParams, messages } from "@tidao/i18n";

export const languages = ["zh", "en"] as const;
export type Tongue = (typeof languages)[number];

export interface Speech {
  locale: Tongue;
  /** What the screens say in the person's language: roles and names are found by it. */
  words: Messages;
  say: (sentence: string, params: MessageParams) => string;
}

export const wordsIn = (locale: Tongue): Speech => ({
  locale,
  words: messages[locale],
  say: (sentence, params) => formatMessage(locale, sentence, params),
});
