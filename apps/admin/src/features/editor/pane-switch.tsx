"use client";
import type { Locale } from "@tidao/kernel";
import { useEditor } from "./editor-context";

export type Pane = Locale | "preview";

/** Where the three columns do not fit: on a phone one of them, on a tablet the text or the preview. */
export function PaneSwitch({ pane, onChange }: { pane: Pane; onChange: (pane: Pane) => void }) {
  const { words, locale } = useEditor();
  const texts = words.editor;
  const tab = (value: Pane, label: string, isOn: boolean, where: string) => (
    <button
      type="button"
      aria-pressed={isOn}
      className={`tab flex-1 aria-pressed:border-b-accent aria-pressed:font-semibold aria-pressed:text-ink ${where}`}
      onClick={() => onChange(value)}
    >
      {label}
    </button>
  );
  return (
    <div role="group" aria-label={texts.panes} className="tabs xl:hidden">
      {tab("zh", texts.zh, pane === "zh", "md:hidden")}
      {tab("en", texts.en, pane === "en", "md:hidden")}
      {tab(pane === "preview" ? locale : pane, texts.both, pane !== "preview", "max-md:hidden")}
      {tab("preview", texts.preview, pane === "preview", "")}
    </div>
  );
}
