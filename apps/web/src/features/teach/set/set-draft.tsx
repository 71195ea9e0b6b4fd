"use client";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { ApiData } from "../../../api-data";
import { draftOf } from "./draft-items";
import { useAutosave } from "./use-autosave";

const SetDraftContext = createContext<ReturnType<typeof useAutosave> | null>(null);

/** The set being put together, for the list on the right and the buttons in the bank alike. */
export function SetDraft({ stored, children }: { stored: ApiData["sets"]["getSet"]; children: ReactNode }) {
  const draft = useMemo(() => draftOf(stored.items), [stored.items]);
  const kept = useAutosave({ setId: stored.set.id, updatedAt: stored.set.updatedAt, draft });
  return <SetDraftContext value={kept}>{children}</SetDraftContext>;
}

export function useSetDraft() {
  const kept = use(SetDraftContext);
  if (!kept) throw new Error("outside of SetDraft");
  return kept;
}
