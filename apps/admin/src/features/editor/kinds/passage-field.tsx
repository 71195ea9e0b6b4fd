"use client";
import type { Locale } from "@tidao/kernel";
import { Button } from "@tidao/ui/button";
import { useRef, useState } from "react";
import { useAt, useEditor, useSay } from "../editor-context";
import { LanguageColumns } from "../fields/language-columns";
import { TextBox } from "../fields/text-box";
import { textAt } from "../spec-path";
import { markedIds, markSelection } from "./passage-marks";

interface PassageFieldProps {
  /** The ids of the parts that there are. */
  ids: readonly string[];
  /** Parts keep their words in the passage, blanks do not. */
  keepsWords: boolean;
  makeLabel: string;
  /** Makes a part for the words that were marked. @returns its id */
  onMake: (language: Locale, words: string) => string;
  /** Words that were marked for a part that exists. */
  onMark?: (id: string, language: Locale, words: string) => void;
}

/** The passage in both languages; marks are set by selecting words, never typed. */
export function PassageField(props: PassageFieldProps) {
  const { words } = useEditor();
  return (
    <div className="grid gap-1">
      <span className="field-label">{words.fields.passage}</span>
      <LanguageColumns>{(language) => <PassageColumn {...props} language={language} />}</LanguageColumns>
    </div>
  );
}

function PassageColumn({
  language,
  ids,
  keepsWords,
  makeLabel,
  onMake,
  onMark,
}: PassageFieldProps & { language: Locale }) {
  const { store, words } = useEditor();
  const { say } = useSay();
  const [hint, setHint] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const path = ["interaction", "passage", language];
  const passage = textAt(useAt(path), []);
  const marked = markedIds(passage);

  const markAs = (idFor: (words: string) => string, needsWords: boolean) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = box.current ?? {};
    const selected = passage.slice(from, to);
    setHint(needsWords && selected.trim() === "");
    if (needsWords && selected.trim() === "") return box.current?.focus();
    const next = markSelection(passage, from, to, idFor(selected), keepsWords);
    store.set(path, next.passage);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  return (
    <div className="grid gap-2">
      <TextBox ref={box} path={path} language={language} rows={4} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => markAs((selected) => onMake(language, selected), true)}>
          {makeLabel}
        </Button>
        {ids
          .filter((id) => !marked.includes(id))
          .map((id) => (
            <Button
              key={id}
              size="small"
              onClick={() =>
                markAs((selected) => {
                  if (selected.trim()) onMark?.(id, language, selected.trim());
                  return id;
                }, keepsWords)
              }
            >
              {say(words.editor.mark.insert, { id })}
            </Button>
          ))}
      </div>
      <p role="status" className="field-hint empty:hidden">
        {hint && words.editor.mark.hint}
      </p>
    </div>
  );
}
