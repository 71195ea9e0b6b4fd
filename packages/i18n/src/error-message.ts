import type { ErrorCode, ErrorParams, Locale } from "@tidao/kernel";
import { formatDuration, formatInstant } from "./format";
import { formatMessage } from "./icu";
import { errors as en } from "./messages/en/errors";
import { errors as zh } from "./messages/zh/errors";

const sentences = { zh, en };
const argument = /\{(\w+)/g;

/**
 * What happened and what to do. `UNEXPECTED` is any failure that is not a domain error, with the `id` that the log has.
 * Instants among the parameters (names that end in `At`) are shown in `zone`, `seconds` as a time that people wait.
 */
export function errorMessage(
  locale: Locale,
  code: ErrorCode | "UNEXPECTED",
  params: ErrorParams = {},
  zone = "UTC",
): string {
  const sentence = sentences[locale][code];
  const known: Record<string, string | number> = {};
  for (const [, name = ""] of sentence.matchAll(argument)) known[name] = "none";
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith("At")) known[name] = formatInstant(locale, value, zone);
    else known[name] = name === "seconds" ? formatDuration(locale, Number(value)) : value;
  }
  return formatMessage(locale, sentence, known);
}
