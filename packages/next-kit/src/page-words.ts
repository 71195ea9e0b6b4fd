import "server-only";
import { formatMessage, type MessageParams, type Messages, messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { requestScope } from "./request-scope";

interface PageWords {
  locale: Locale;
  /** The address of a page in this language: `to("/topics")`. */
  to(path: string): string;
  words: Messages;
  say(sentence: string, params?: MessageParams): string;
}

/** The sentences of the page in hand, for server components; what a client component says is passed down to it. */
export function pageWords(): PageWords {
  const { locale } = requestScope();
  return {
    locale,
    to: (path) => `/${locale}${path === "/" ? "" : path}`,
    words: messages[locale],
    say: (sentence, params) => formatMessage(locale, sentence, params),
  };
}
