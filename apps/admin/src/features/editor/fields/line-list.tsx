"use client";
import { useState } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { type Json, type Path, pathKey } from "../spec-path";
import { FieldProblems, usePlace } from "./field-problems";

interface LineListProps {
  path: Path;
  lang?: string;
  /** A list that may be missing is taken away when it is empty. */
  optional?: boolean;
  mono?: boolean;
  rows?: number;
}
const linesOf = (text: string) => text.split("\n").flatMap((line) => line.trim() || []);
const textsOf = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : []);

/** A list of short texts, one a line: quicker to write and to paste than a row of fields. */
export function LineList({ path, lang, optional, mono, rows = 2 }: LineListProps) {
  const { store, problems } = useEditor();
  const { place } = useSay();
  const lines = textsOf(useAt(path));
  const [text, setText] = useState(() => lines.join("\n"));
  // blank lines are the writer's own until the list changes from elsewhere
  const shown = linesOf(text).join("\n") === lines.join("\n") ? text : lines.join("\n");
  const inside = problems.all().filter(({ path: at }) => pathKey(at).startsWith(`${pathKey(path)}/`));
  const attributes = usePlace(path);
  return (
    <div className="grid content-start gap-1">
      <textarea
        className={`input min-h-0! text-sm! ${mono ? "font-mono" : ""}`}
        lang={lang}
        rows={Math.max(rows, shown.split("\n").length)}
        aria-label={place(path)}
        value={shown}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          const list = linesOf(event.target.value);
          store.set(path, optional && list.length === 0 ? undefined : list);
        }}
        {...attributes}
        aria-invalid={attributes["aria-invalid"] || inside.length > 0 || undefined}
      />
      <FieldProblems path={path} />
    </div>
  );
}
