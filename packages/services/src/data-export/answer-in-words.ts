import type { Answer, QuestionSpec } from "@tidao/grading";
import type { Bilingual, Locale } from "@tidao/kernel";

/** What somebody answered as they read or wrote it, a line a part; empty for "I don't know". */
export function answerInWords({ interaction: it }: QuestionSpec, answer: Answer, locale: Locale): string[] {
  const saying = (parts: readonly { id: string; text: Bilingual }[], ids: readonly string[]) =>
    ids.map((id) => parts.find((part) => part.id === id)?.text[locale] ?? id);
  switch (answer.kind) {
    case "single-choice":
      return "choices" in it ? saying(it.choices, [answer.choiceId]) : [];
    case "multiple-choice":
      return "choices" in it ? saying(it.choices, answer.choiceIds) : [];
    case "ordering":
      return it.kind === "ordering" ? saying(it.items, answer.itemIds).map((text, index) => `${index + 1}. ${text}`) : [];
    case "matching":
      return it.kind === "matching" ? pairsInWords(it, answer.matches, locale) : [];
    case "cloze":
      return Object.values(answer.blanks);
    case "find-error":
      return it.kind === "find-error" ? answer.spanIds.map((id) => spanText(it.passage[locale], id)) : [];
    case "numeric":
    case "short-answer":
      return [answer.text];
    case "blank":
      return [];
  }
}

type Matching = Extract<QuestionSpec["interaction"], { kind: "matching" }>;
function pairsInWords({ pairs, extras }: Matching, matches: Record<string, string>, locale: Locale): string[] {
  const right = new Map([...pairs, ...extras].map(({ id, right: text }) => [id, text[locale]]));
  return pairs.flatMap(({ id, left }) => {
    const chosen = matches[id];
    return chosen === undefined ? [] : [`${left[locale]} → ${right.get(chosen) ?? chosen}`];
  });
}
/** A span of a passage is written `[[id|text]]`. */
const spanText = (passage: string, id: string): string => {
  const start = passage.indexOf(`[[${id}|`);
  return start < 0 ? id : passage.slice(start + id.length + 3, passage.indexOf("]]", start));
};
