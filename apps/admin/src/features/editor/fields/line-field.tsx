"use client";
import { useId } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { type Json, type Path, textAt } from "../spec-path";
import { FieldProblems, usePlace } from "./field-problems";

interface LineFieldProps {
  path: Path;
  label?: string;
  hint?: string;
  /** "number" keeps numbers as numbers and everything else as it was typed, for the check to name. */
  as?: "text" | "number" | "formula";
  /** An empty field takes the key away instead of keeping an empty text. */
  optional?: boolean;
  className?: string;
}

const isPlainNumber = (text: string) => text.trim() !== "" && String(Number(text)) === text.trim();

/** What a typed line means for the draft: "0.05" is a number, "n * 2" and the unfinished "0." are texts. */
const valueOf = (text: string, as: LineFieldProps["as"], optional?: boolean): Json | undefined => {
  if (optional && text.trim() === "") return undefined;
  return as !== "text" && isPlainNumber(text) ? Number(text) : text;
};

export function LineField({ path, label, hint, as = "text", optional, className }: LineFieldProps) {
  const { store, words } = useEditor();
  const { place } = useSay();
  const id = useId();
  const text = textAt(useAt(path), []);
  const fields: Record<string, string> = words.fields;
  return (
    <div className={`field ${className ?? ""}`}>
      <label htmlFor={id} className="field-label">
        {label ?? fields[String(path.at(-1))] ?? place(path)}
      </label>
      <input
        id={id}
        className={`input text-sm! ${as === "text" ? "" : "font-mono"}`}
        value={text}
        inputMode={as === "number" ? "decimal" : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => store.set(path, valueOf(event.target.value, as, optional))}
        {...usePlace(path)}
      />
      <FieldProblems path={path} />
      {hint && <p className="field-hint">{hint}</p>}
    </div>
  );
}
