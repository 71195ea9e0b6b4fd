"use client";
import { useEditor } from "../editor-context";
import type { Path } from "../spec-path";
import { FieldProblems } from "./field-problems";
import { LanguageColumns } from "./language-columns";
import { TextBox } from "./text-box";

interface TextPairProps {
  path: Path;
  /** Defaults to the name of the place's last step; empty where what stands above says it. */
  label?: string;
  rows?: number;
}

/** A text in both languages, side by side. */
export function TextPair({ path, label, rows }: TextPairProps) {
  const { words } = useEditor();
  const fields: Record<string, string> = words.fields;
  return (
    <div className="grid gap-1">
      {label !== "" && <span className="field-label">{label ?? fields[String(path.at(-1))]}</span>}
      <LanguageColumns>
        {(language) => <TextBox path={[...path, language]} language={language} rows={rows} />}
      </LanguageColumns>
      <FieldProblems path={path} />
    </div>
  );
}
