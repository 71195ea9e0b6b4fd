import { locales } from "@tidao/kernel";
import { namesIn, placeholdersOf } from "./placeholder";
import { formatBy } from "./number-format";
import { problem, type Problem } from "./problem";
import type { QuestionSpec } from "./spec";

type Path = Problem["path"];
export interface FoundText {
  path: Path;
  text: string;
}

/** Every string that a learner may read, with its place. */
export function textsOf(value: unknown, path: Path = [], inText = false): FoundText[] {
  if (typeof value === "string") return inText ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => textsOf(item, [...path, at], inText));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    textsOf(
      inner,
      [...path, key],
      inText || key === "zh" || key === "en" || (key === "text" && typeof inner === "string"),
    ),
  );
}

/** Sentences (not choices, blanks or phrases, which may be a formula or a name in either language). */
const sentenceFields = new Set(["stem", "solution", "hints", "why", "modelAnswer", "correction"]);
const isSentence = (path: Path) => path.some((step) => typeof step === "string" && sentenceFields.has(step));

export function checkTexts(spec: QuestionSpec): Problem[] {
  const { variant, ...rest } = spec;
  const known = new Set([...Object.keys(variant?.parameters ?? {}), ...Object.keys(variant?.derived ?? {})]);
  return textsOf(rest).flatMap((found) => [
    ...invisibleFaults(found),
    ...languageFaults(found),
    ...placeholderFaults(found, variant ? known : null),
  ]);
}

/**
 * Control characters, those that turn the direction of what follows (Unicode Standard Annex 9), those without width that come
 * with pasting (an accepted answer that holds one is met by nobody's typing), ends of lines that are none, and halves of
 * characters, which no database holds. Those that join emoji or choose their form are wanted.
 */
const invisible =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Surrogate}]/u;
function invisibleFaults({ path, text }: FoundText): Problem[] {
  const [found] = invisible.exec(text) ?? [];
  if (found === undefined) return [];
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return [problem(path, "text.invisible", { character: `U+${code}` })];
}

function languageFaults({ path, text }: FoundText): Problem[] {
  const language = locales.find((locale) => locale === path.at(-1));
  if (!language || !isSentence(path)) return [];
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]{2,}/gi)?.length ?? 0;
  // a correction may be nothing but a formula
  if (han + latin === 0 || path.includes("correction")) return [];
  if (language === "zh" && han === 0) return [problem(path, "text.not-chinese")];
  return language === "en" && han > 4 * latin ? [problem(path, "text.not-english")] : [];
}

function placeholderFaults({ path, text }: FoundText, known: ReadonlySet<string> | null): Problem[] {
  return placeholdersOf(text).flatMap(({ raw, format }) => {
    if (!known) return [problem(path, "text.placeholder-left", { placeholder: raw })];
    let names: string[];
    try {
      names = namesIn(raw);
    } catch (error) {
      return [
        problem(path, "formula.broken", {
          formula: raw,
          detail: error instanceof Error ? error.message : String(error),
        }),
      ];
    }
    return [
      ...names
        .filter((name) => !known.has(name))
        .map((name) => problem(path, "text.placeholder-unknown", { name, placeholder: raw })),
      ...(format !== null && formatBy(1, format) === null
        ? [problem(path, "text.placeholder-format", { format, placeholder: raw })]
        : []),
    ];
  });
}
