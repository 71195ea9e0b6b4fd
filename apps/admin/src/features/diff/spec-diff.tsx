import { formatMessage } from "@tidao/i18n/icu";
import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { Badge } from "@tidao/ui/badge";
import { describePath } from "../editor/describe-path";
import type { Spec } from "../editor/spec-path";
import type { Difference } from "./diff-specs";
import { diffWords } from "./diff-words";

interface SpecDiffProps {
  differences: readonly Difference[];
  before: Spec;
  after: Spec;
  words: Pick<Messages["admin"], "diff" | "fields" | "parts" | "editor">;
  locale: Locale;
}
const tones = { added: "right", removed: "wrong", changed: "neutral" } as const;

/** Field by field: what was taken out and what came in. */
export function SpecDiff({ differences, before, after, words, locale }: SpecDiffProps) {
  const { diff: texts, editor, fields, parts } = words;
  if (differences.length === 0) return <p className="text-muted">{texts.none}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">{formatMessage(locale, texts.count, { count: differences.length })}</p>
      <ul className="grid gap-3">
        {differences.map((difference) => {
          const { key, path, kind, isOrder } = difference;
          const spec = kind === "removed" ? before : after;
          const place = describePath(
            path,
            spec,
            { fields, parts, languages: { zh: editor.zh, en: editor.en } },
            locale,
          );
          return (
            <li key={key} className="grid gap-1 border-t border-line pt-3">
              <span className="flex flex-wrap items-center gap-2 text-sm">
                <b>{isOrder ? `${place} · ${texts.order}` : place}</b>
                <Badge tone={tones[kind]}>{texts[kind]}</Badge>
              </span>
              <ChangedText difference={difference} empty={texts.empty} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ChangedText({ difference: { path, before, after }, empty }: { difference: Difference; empty: string }) {
  const language = path.at(-1) === "zh" ? "zh" : "en";
  return (
    <p lang={language === "zh" ? "zh-CN" : "en"} className="text-sm leading-relaxed break-words whitespace-pre-wrap">
      {diffWords(before, after, language).map(({ kind, text }, at) => {
        const key = `${kind} ${at}`;
        if (kind === "removed")
          return (
            <del key={key} className="rounded-sm bg-wrong-soft text-wrong">
              {text}
            </del>
          );
        if (kind === "added")
          return (
            <ins key={key} className="rounded-sm bg-right-soft text-right decoration-2">
              {text}
            </ins>
          );
        return <span key={key}>{text}</span>;
      })}
      {before === "" && after === "" && empty}
    </p>
  );
}
