import { type EnglishMessages, messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import type {} from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { requestScope } from "../request-scope";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: EnglishMessages;
  }
}

/** The request's language and all its sentences, for server components only: nothing of this reaches the browser. */
export const requestConfig = getRequestConfig(async () => {
  const { locale } = requestScope();
  const actor = await requestScope()
    .actor()
    .catch(() => null);
  // the same keys in each language; AppConfig types them by the English sentences
  return {
    locale,
    messages: messages[locale] as unknown as EnglishMessages,
    timeZone: actor?.kind === "user" ? actor.zone : "UTC",
  };
});
