import type { Locale } from "@tidao/kernel";
import { locales } from "@tidao/kernel";
import type { Choice } from "./choice.schema";
import { foldFilling } from "./fold";
import { problem, type Problem } from "./problem";
import type { Text } from "./text.schema";

type Path = Problem["path"];

export function repeatedIds(parts: { id: string }[], path: Path): Problem[] {
  return repeated(parts.map(({ id }) => id)).map(([at, id]) =>
    problem([...path, at, "id"], "part.duplicate-id", { id }),
  );
}

/** Two parts that read the same in a language: a learner could not tell them apart. */
export function repeatedTexts(texts: Text[], path: Path, key: string): Problem[] {
  return locales.flatMap((locale) =>
    repeated(texts.map((text) => sameText(text[locale]))).map(([at]) =>
      problem([...path, at, key, locale], "part.duplicate-text", { text: texts[at]?.[locale] ?? "" }),
    ),
  );
}
// mathematics may differ in a sign only: only what is plain prose is folded
const sameText = (text: string) => (/[$`{]/.test(text) ? text.replace(/\s+/g, "") : foldFilling(text) || text.trim());

function repeated(values: string[]): [number, string][] {
  return values.flatMap((value, at): [number, string][] => (values.indexOf(value) < at ? [[at, value]] : []));
}

const summaries: Record<Locale, RegExp> = {
  zh: /^(?:以上|上述)(?:选项)?(?:都|皆|均|全|全部|都不)(?:是|对|正确|不是|不对|错)/,
  en: /^(?:all|none|both|neither) of (?:the )?(?:above|these|them|options)/i,
};
/** "All of the above" tests reading of the list, not knowledge, and breaks when choices are shuffled. */
function summaryChoices(choices: Choice[]): Problem[] {
  return choices.flatMap(({ text }, at) =>
    locales
      .filter((locale) => summaries[locale].test(text[locale].trim()))
      .map((locale) => problem(["choices", at, "text", locale], "text.all-of-the-above")),
  );
}

function misconceptionsOnKeys(choices: Choice[]): Problem[] {
  return choices.flatMap(({ misconception, correct }, at) =>
    misconception !== undefined && correct
      ? [problem(["choices", at, "misconception"], "part.misconception-on-key", { misconception })]
      : [],
  );
}

/** What is wrong with a list of choices, however many of them may be right. */
export const checkChoices = (choices: Choice[]): Problem[] => [
  ...repeatedIds(choices, ["choices"]),
  ...repeatedTexts(
    choices.map(({ text }) => text),
    ["choices"],
    "text",
  ),
  ...misconceptionsOnKeys(choices),
  ...summaryChoices(choices),
];
