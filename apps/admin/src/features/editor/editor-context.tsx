"use client";
import type { Messages, PlayerLabels } from "@tidao/i18n";
import { formatMessage, type MessageParams } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { ApiData } from "../../api-data";
import { describePath } from "./describe-path";
import type { DraftProblem } from "./draft-problem";
import type { DraftStore } from "./draft-store";
import { type Json, type Path, pathKey, readAt } from "./spec-path";

export type Question = ApiData["questions"]["getQuestion"];
/** The sentences of the editor, read on the server and passed down once. */
export interface EditorWords extends Pick<
  Messages["admin"],
  "editor" | "fields" | "parts" | "draftProblems" | "diff" | "status" | "history"
> {
  actions: Messages["app"]["actions"];
  notice: Messages["app"]["notice"];
  offline: string;
  player: Readonly<Record<Locale, PlayerLabels>>;
}

/** What is wrong, by place; outside of React for the same reason as the text. */
export interface ProblemStore {
  at(key: string): readonly DraftProblem[];
  all(): readonly DraftProblem[];
  set(problems: readonly DraftProblem[]): void;
  subscribe(listener: () => void): () => void;
}

export interface Editor {
  store: DraftStore;
  problems: ProblemStore;
  words: EditorWords;
  locale: Locale;
  references: Question["references"];
  /** How many variants a parameterised question has. */
  variants: number;
}
const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("a field of the editor stands outside of it");
  return editor;
}

/** What stands at a place of the draft; renders anew when that changes. */
export function useAt(path: Path): Json | undefined {
  const { store } = useEditor();
  const read = () => readAt(store.get(), path);
  return useSyncExternalStore(store.subscribe, read, read);
}
export function useProblemsAt(path: Path): readonly DraftProblem[] {
  const { problems } = useEditor();
  const key = pathKey(path);
  const read = () => problems.at(key);
  return useSyncExternalStore(problems.subscribe, read, read);
}

/** Names of places and filled sentences, in the editor's language. */
export function useSay() {
  const { words, locale, store } = useEditor();
  return {
    say: (sentence: string, params?: MessageParams) => formatMessage(locale, sentence, params),
    place: (path: Path) =>
      describePath(path, store.get(), { ...words, languages: { zh: words.editor.zh, en: words.editor.en } }, locale),
  };
}
