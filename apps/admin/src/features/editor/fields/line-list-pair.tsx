"use client";
import { useEditor } from "../editor-context";
import type { Path } from "../spec-path";
import { LanguageColumns } from "./language-columns";
import { LineList } from "./line-list";

/** A list of short texts in both languages. */
export function LineListPair({ path, hint }: { path: Path; hint?: string }) {
  const { words } = useEditor();
  const fields: Record<string, string> = words.fields;
  return (
    <div className="grid gap-1">
      <span className="field-label">{fields[String(path.at(-1))]}</span>
      <LanguageColumns>
        {(language) => <LineList path={[...path, language]} lang={language === "zh" ? "zh-CN" : "en"} />}
      </LanguageColumns>
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  );
}
