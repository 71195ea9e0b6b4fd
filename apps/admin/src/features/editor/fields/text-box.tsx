"use client";
import type { Locale } from "@tidao/kernel";
import type { Ref } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { type Path, textAt } from "../spec-path";
import { FieldProblems, usePlace } from "./field-problems";

/** Chinese characters take about twice the room of Latin letters. */
const linesOf = (text: string) =>
  text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.replace(/[^\x20-\x7e]/g, "xx").length / 56)), 0);

interface TextBoxProps {
  path: Path;
  language: Locale;
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** One language of a text; grows with what is written in it. */
export function TextBox({ path, language, rows = 1, ref }: TextBoxProps) {
  const { store } = useEditor();
  const { place } = useSay();
  const text = textAt(useAt(path), []);
  return (
    <div className="grid content-start gap-1">
      <textarea
        ref={ref}
        className="input min-h-0! text-sm! leading-relaxed!"
        lang={language === "zh" ? "zh-CN" : "en"}
        aria-label={place(path)}
        rows={Math.max(rows, linesOf(text))}
        value={text}
        spellCheck={language === "en"}
        onChange={(event) => store.set(path, event.target.value)}
        {...usePlace(path)}
      />
      <FieldProblems path={path} />
    </div>
  );
}
